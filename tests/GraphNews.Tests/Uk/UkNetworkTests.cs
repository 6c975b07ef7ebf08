using System.Text.Json;
using GraphNews.Tests.Mappings;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Uk;

/// <summary>Who met whom and how often, beside plain counts over the CSV files themselves.</summary>
[Collection(UkTests.Name)]
public sealed class UkNetworkTests(UkGraph uk)
{
    [UnitedKingdomFact]
    public async Task The_counterparts_of_ministers_are_the_organisations_of_their_rows()
    {
        var rows = UnitedKingdomFiles.Rows("ministerial-meetings.csv");
        foreach (var name in new[] { "David Cameron", "Nick Clegg", "Michael Moore" })
        {
            var official = await uk.SlugOfAsync(name);
            var written = await WrittenAsync(official);
            var own = rows.Where(row => written.Contains(row["Minister"])).ToList();
            Assert.True(own.Count > 400, $"{own.Count} rows of {official} are few");

            var counterparts = await CounterpartsAsync(official);

            var named = new HashSet<string>(StringComparer.Ordinal);
            foreach (var met in counterparts)
            {
                var names = Names(met.GetProperty("counterpart"));
                named.UnionWith(names);
                var shared = own.Where(row => names.Contains(Letters(row["Organisation"]))).ToList();
                Assert.Equal(shared.Select(row => row["Meeting ID"]).Distinct().Count(), met.GetProperty("meetingCount").GetInt32());

                var months = shared.Where(row => Year(row) != 1930).Select(Month).ToList();
                Assert.Equal(months.Count == 0 ? null : months.Min(), Text(met.GetProperty("first"))?[..7]);
                Assert.Equal(months.Count == 0 ? null : months.Max(), Text(met.GetProperty("last"))?[..7]);
            }

            Assert.Subset(named, own.Select(row => Letters(row["Organisation"])).Where(organisation => organisation.Length > 0).ToHashSet());
        }
    }

    [UnitedKingdomFact]
    public async Task Meetings_by_month_are_those_of_the_rows()
    {
        var expected = UnitedKingdomFiles.Rows("ministerial-meetings.csv").GroupBy(row => row["Meeting ID"]).Select(meeting => meeting.First())
            .GroupBy(row => Year(row) == 1930 ? "unknown" : Month(row)).ToDictionary(month => month.Key, month => month.Count());

        var stats = await StatsAsync("groupBy: [YEAR, MONTH]", "year month count");

        Assert.Equal(expected, stats.ToDictionary(
            stat => stat.GetProperty("year").ValueKind == JsonValueKind.Null ? "unknown" : $"{stat.GetProperty("year").GetInt32():0000}-{stat.GetProperty("month").GetInt32():00}",
            stat => stat.GetProperty("count").GetInt32()));
    }

    [UnitedKingdomFact]
    public async Task Meetings_by_organisation_are_those_of_the_rows()
    {
        var rows = UnitedKingdomFiles.Rows("ministerial-meetings.csv");
        var stats = await StatsAsync("groupBy: [AGENCY], where: { starts: { during: \"2013\" } }", "count agency { kind names { value } }");

        var counted = 0;
        foreach (var stat in stats.Where(stat => stat.GetProperty("agency").ValueKind == JsonValueKind.Object && stat.GetProperty("agency").GetProperty("kind").GetString() != "MINISTRY"))
        {
            var names = Names(stat.GetProperty("agency"));
            var expected = rows.Where(row => Year(row) == 2013 && names.Contains(Letters(row["Organisation"]))).Select(row => row["Meeting ID"]).Distinct().Count();
            Assert.Equal(expected, stat.GetProperty("count").GetInt32());
            counted++;
        }

        Assert.True(counted > 500, $"{counted} organisations are few");
    }

    /// <summary>How the sources write the official.</summary>
    private async Task<HashSet<string>> WrittenAsync(string official)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        await PagesAsync(
            after => $"{{ official(slug: \"{official}\") {{ page: participations(first: 100{after}) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ nameAsWritten }} }} }} }}",
            data => data.GetProperty("official").GetProperty("page"),
            node => written.Add(node.GetProperty("nameAsWritten").GetString()!));
        return written;
    }

    private async Task<List<JsonElement>> CounterpartsAsync(string official)
    {
        var met = new List<JsonElement>();
        await PagesAsync(
            after => $"{{ official(slug: \"{official}\") {{ page: counterparts(first: 100{after}) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ meetingCount first {{ text }} last {{ text }} counterpart {{ ... on Agency {{ names {{ value }} }} ... on Official {{ names {{ value }} }} }} }} }} }} }}",
            data => data.GetProperty("official").GetProperty("page"),
            met.Add);
        return met;
    }

    private async Task<List<JsonElement>> StatsAsync(string arguments, string fields)
    {
        var stats = new List<JsonElement>();
        await PagesAsync(
            after => $"{{ meetingStats({arguments}, first: 100{after}) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ {fields} }} }} }}",
            data => data.GetProperty("meetingStats"),
            stats.Add);
        return stats;
    }

    private async Task PagesAsync(Func<string, string> query, Func<JsonElement, JsonElement> page, Action<JsonElement> take)
    {
        for (var after = ""; ;)
        {
            var found = page(await uk.Answers.DataAsync(query(after)));
            foreach (var node in found.GetProperty("nodes").EnumerateArray()) take(node);
            if (!found.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) return;
            after = $", after: \"{found.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"";
        }
    }

    private static HashSet<string> Names(JsonElement named)
        => named.GetProperty("names").EnumerateArray().Select(name => Letters(name.GetProperty("value").GetString()!)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Some signs of the files are mended when they are imported; letters and digits stay.</summary>
    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string? Text(JsonElement date) => date.ValueKind == JsonValueKind.Null ? null : date.GetProperty("text").GetString();

    private static int Year(Dictionary<string, string> row) => int.Parse(row["Start Date"][^4..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>MM-YYYY and DD-MM-YYYY as a month.</summary>
    private static string Month(Dictionary<string, string> row) => $"{row["Start Date"][^4..]}-{row["Start Date"][^7..^5]}";
}
