using System.Text.Json;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Mappings;
using GraphNews.Graph.Mappings.People;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Mappings;

/// <summary>The sample mapping over the real files.</summary>
public sealed class UkMappingTests(UkRecords uk) : IClassFixture<UkRecords>
{
    [UnitedKingdomFact]
    public void Every_row_of_the_British_files_becomes_a_record()
    {
        var (source, records, rejects) = (uk.Source, uk.Records, uk.Rejects);

        var meetings = UnitedKingdomFiles.Rows("ministerial-meetings.csv");
        Assert.Equal(0, rejects);
        Assert.Equal(UnitedKingdomFiles.Rows("person.csv").Select(row => row["id"]).Distinct().Count(), Of("Official").Count);
        Assert.Equal(UnitedKingdomFiles.Rows("post.csv").Count, Of("Post").Count);
        Assert.Equal(UnitedKingdomFiles.Rows("organisation_link.csv").Count, Of("AgencySuccession").Count);
        Assert.Equal(UnitedKingdomFiles.Rows("organisation.csv").Count, Of("Agency").Count(agency => Key(agency).StartsWith("ifg-organisation:", StringComparison.Ordinal)));
        Assert.Equal(meetings.Select(row => row["Meeting ID"]).Distinct().Count(), Of("Meeting").Count);
        Assert.Equal(meetings.Count, Of("Meeting").Sum(meeting => meeting.GetProperty("citations").EnumerateArray().Count(citation => !citation.TryGetProperty("field", out _))));

        var appointments = UnitedKingdomFiles.Rows("appointment.csv");
        Assert.Equal(appointments.Count, Of("Tenure").Count);
        Assert.Equal(
            appointments.Count(row => row["end_date"].Length == 0),
            Of("Tenure").Count(tenure => tenure.GetProperty("status").GetString() == "CURRENT" && !tenure.TryGetProperty("until", out _)));
        Assert.Equal(source.Report.Rows, meetings.Count + appointments.Count
            + UnitedKingdomFiles.Rows("person.csv").Count + Of("Post").Count + Of("AgencySuccession").Count + 69);

        List<JsonElement> Of(string type) => records.GetValueOrDefault(type, []);
    }

    [UnitedKingdomFact]
    public void A_person_has_a_name_for_each_spell()
    {
        var records = uk.Records;

        var names = records["Official"].SelectMany(official => official.GetProperty("names").EnumerateArray()).ToList();

        var rows = UnitedKingdomFiles.Rows("person.csv");
        Assert.Equal(rows.Count, names.Count);
        Assert.Equal(rows.Count(row => row["end_date"].Length > 0), names.Count(name => name.GetProperty("kind").GetString() == "FORMER"));
        Assert.Equal(rows.Count(row => row["start_date"].Length > 0), names.Count(name => name.TryGetProperty("validFrom", out _)));
    }

    [UnitedKingdomFact]
    public void At_least_95_percent_of_the_meeting_rows_are_resolved_and_what_is_not_is_told()
    {
        var (source, records) = (uk.Source, uk.Records);

        var people = source.Report.People;
        Assert.Equal(UnitedKingdomFiles.Rows("ministerial-meetings.csv").Count, people.Rows);
        Assert.True(people.ResolvedRows >= people.Rows * 0.95, $"{people.ResolvedRows} of {people.Rows} rows were resolved.");
        Assert.Equal(
            [
                ("FullName, AgencyThen", 15293L, 148),
                ("GivenName, AgencyThen", 245L, 3),
                ("FullName, AgencyDateUnknown", 102L, 5),
                (ResolutionReport.Nobody, 50L, 9),
                ("PeerWithoutPlace, AgencyThen", 49L, 4),
                ("Spelling, AgencyThen", 28L, 2),
                ("PostOnly, AgencyThen", 14L, 1),
            ],
            people.Outcomes);
        Assert.Contains("Of 15,781 rows that name a person, 15,731 (99.68 %) were resolved:", source.Summary);
        Assert.Contains(source.Summary, line => line.StartsWith("       24 first in ministerial-meetings.csv, line ", StringComparison.Ordinal)
            && line.Contains("Nobody called 'Mr Bernard Gray – Chief of Defence Materiel'", StringComparison.Ordinal));
        Assert.Equal(50, source.Report.NoticesByCode[MappingCodes.UnresolvedPerson]);
        var unresolved = Ministers(records).Where(minister => !minister.TryGetProperty("official", out _)).ToList();
        Assert.Equal(50, unresolved.Sum(minister => minister.GetProperty("citations").GetArrayLength()));
        Assert.All(unresolved, minister => Assert.NotEqual("", minister.GetProperty("nameAsWritten").GetString()));
    }

    [UnitedKingdomFact]
    public void Every_minister_who_was_told_held_a_post_on_that_date()
    {
        var records = uk.Records;
        var tenures = records["Tenure"].ToLookup(tenure => Key(tenure.GetProperty("official")));
        var starts = records["Meeting"].ToDictionary(Key, meeting => meeting.TryGetProperty("starts", out var date) ? PartialDate.Parse(date.GetString()!) : null);

        foreach (var minister in Ministers(records).Where(minister => minister.TryGetProperty("official", out _)))
        {
            Assert.True(minister.TryGetProperty("agency", out _));
            if (starts[Key(minister.GetProperty("meeting"))] is { } date)
            {
                Assert.Contains(tenures[Key(minister.GetProperty("official"))], tenure => Touches(tenure, date));
            }
        }
    }

    [UnitedKingdomFact]
    public void The_dates_that_read_1930_are_told_left_unknown_and_kept_as_claims()
    {
        var (source, records) = (uk.Source, uk.Records);

        var rows = UnitedKingdomFiles.Rows("ministerial-meetings.csv").Where(row => row["Start Date"].EndsWith("1930", StringComparison.Ordinal)).ToList();
        var undated = records["Meeting"].Where(meeting => !meeting.TryGetProperty("starts", out _)).ToList();

        Assert.Equal(rows.Select(row => row["Meeting ID"]).Distinct(), undated.Select(meeting => Key(meeting)["uk-meeting:".Length..]));
        Assert.All(undated, meeting => Assert.Contains(
            meeting.GetProperty("citations").EnumerateArray(),
            citation => citation.TryGetProperty("value", out var value) && value.GetString()!.StartsWith("1930-", StringComparison.Ordinal)));
        Assert.Equal(2 * rows.Count, source.Report.NoticesByCode[MappingCodes.ImpossibleDate]);
    }

    [UnitedKingdomFact]
    public void Organisations_that_differ_in_case_punctuation_and_legal_form_are_one_agency_with_aliases()
    {
        var organisations = uk.Records["Agency"].Where(agency => Key(agency).StartsWith("uk-organisation:", StringComparison.Ordinal)).ToList();

        var written = UnitedKingdomFiles.Rows("ministerial-meetings.csv").Select(row => row["Organisation"].Trim()).Where(name => name.Length > 0);
        Assert.Equal(written.Select(OrganisationKey.Of).Distinct().Count(), organisations.Count);
        Assert.Equal((8601, 329), (organisations.Count, organisations.Count(agency => agency.GetProperty("names").GetArrayLength() > 1)));
        Assert.Equal(
            ["Balfour Beatty", "BalfourBeatty", "Balfour Beatty plc"],
            organisations.Single(agency => Key(agency) == "uk-organisation:balfourbeatty").GetProperty("names").EnumerateArray().Select(name => name.GetProperty("value").GetString()!));
    }

    [UnitedKingdomFact]
    public async Task The_same_files_give_the_same_records()
    {
        var again = new UkRecords();
        await again.InitializeAsync();

        Assert.Equal(Texts(uk), Texts(again));

        static IEnumerable<string> Texts(UkRecords read) => read.Records.Values.SelectMany(records => records).Select(record => record.GetRawText());
    }

    private static IEnumerable<JsonElement> Ministers(Dictionary<string, List<JsonElement>> records)
        => records["Participation"].Where(participation => participation.TryGetProperty("nameAsWritten", out _));

    private static bool Touches(JsonElement tenure, PartialDate date)
        => PartialDate.Parse(tenure.GetProperty("from").GetString()!).Earliest <= date.Latest
            && (!tenure.TryGetProperty("until", out var until) || PartialDate.Parse(until.GetString()!).Latest >= date.Earliest);

    private static string Key(JsonElement record) => record.GetProperty("key").GetString()!;
}

/// <summary>The records of the sample mapping, read once.</summary>
public sealed class UkRecords : IAsyncLifetime
{
    internal CsvRecordSource Source { get; } = CsvRecordSource.Open(UnitedKingdomFiles.Mapping);

    internal Dictionary<string, List<JsonElement>> Records { get; } = new(StringComparer.Ordinal);

    internal int Rejects { get; private set; }

    public async Task InitializeAsync()
    {
        if (SharedData.UnitedKingdom is null)
        {
            return;
        }

        await foreach (var item in Source.ReadAsync(CancellationToken.None))
        {
            if (item.Record is not { } record)
            {
                Rejects++;
                continue;
            }

            var type = record.Content.GetProperty("type").GetString()!;
            if (!Records.TryGetValue(type, out var some))
            {
                Records.Add(type, some = []);
            }

            some.Add(record.Content);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
