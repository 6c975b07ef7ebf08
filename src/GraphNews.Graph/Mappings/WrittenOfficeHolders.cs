using System.Text.Json.Nodes;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Mappings.People;

namespace GraphNews.Graph.Mappings;

/// <summary>Writes the official, the agency and the capacity of participations whose source names people as it likes.</summary>
internal sealed class WrittenOfficeHolders(Offices offices, ResolutionReport report)
{
    // So many different texts are kept with what they were found to mean; a file repeats them.
    private const int Kept = 10_000;

    private readonly OfficeHolders _holders = new(offices);
    private readonly Dictionary<(string Text, string? Agency, string Date), ResolvedPerson> _known = [];

    /// <summary>Writes who took part.</summary>
    /// <returns>What counts it in the report.</returns>
    public Action? Write(
        JsonObject content, OfficeHolderMapping mapping, IReadOnlyList<CsvRow> rows, List<MappingProblem> notices, List<MappingProblem> problems)
    {
        var row = rows[0];
        var before = problems.Count;
        var date = mapping.Date.OfOrRaw(row, problems);
        if (mapping.Written.TextOrRaw(row, problems) is not { } text)
        {
            problems.Add(row.Problem(mapping.Written.Columns.FirstOrDefault(), MappingCodes.MissingValue, "Nobody is named."));
            return null;
        }

        content["nameAsWritten"] = text;
        if (problems.Count > before)
        {
            return null;
        }

        var days = date?.Text is { } known ? PartialDate.Parse(known) : mapping.Date.Within ?? Always;
        var agency = FindAgency(mapping, row, days, notices, out var written);
        if (agency is not null)
        {
            content["agency"] = Key(agency);
        }

        var person = Find(text, mapping, written, agency, days, date?.Text is not null);
        if (person.Official is null)
        {
            notices.Add(Unresolved(mapping, row, text, person));
        }
        else
        {
            content["official"] = Key(person.Official);
            if (person.Office is { } office)
            {
                content["capacity"] = new JsonArray(new JsonObject { ["post"] = Key(office.Post), ["tenure"] = Key(office.Tenure) });
            }
        }

        return () => report.Count(text, person, rows.Count);
    }

    private static PartialDate Always { get; } = new() { Text = "", Earliest = DateOnly.MinValue, Latest = DateOnly.MaxValue };

    private static JsonObject Key(string key) => new() { ["key"] = key };

    private string? FindAgency(OfficeHolderMapping mapping, CsvRow row, PartialDate days, List<MappingProblem> notices, out string? written)
    {
        written = mapping.Agency.TextOf(row);
        if (written is null)
        {
            return null;
        }

        var found = offices.FindAgencies(written, days);
        if (found.Count == 1)
        {
            return found[0].Key;
        }

        notices.Add(row.Problem(
            mapping.Agency.Columns.FirstOrDefault(), MappingCodes.UnknownAgency,
            $"{(found.Count == 0 ? "No agency" : "More than one agency")} called '{written}' stood from {days.Earliest:yyyy-MM-dd} to {days.Latest:yyyy-MM-dd}. The participation has no agency."));
        return null;
    }

    private ResolvedPerson Find(string text, OfficeHolderMapping mapping, string? written, string? agency, PartialDate days, bool isDateKnown)
    {
        var key = (text, agency, isDateKnown ? days.Text : "");
        if (!_known.TryGetValue(key, out var person))
        {
            var agencies = new HashSet<string>(StringComparer.Ordinal);
            if (agency is not null)
            {
                agencies.Add(agency);
            }

            if (written is not null && mapping.Reports.TryGetValue(written, out var others))
            {
                agencies.UnionWith(others.SelectMany(other => offices.FindAgencies(other, days)).Select(other => other.Key));
            }

            person = _holders.Find(text, agencies, days, isDateKnown);
            if (_known.Count >= Kept)
            {
                _known.Clear();
            }

            _known.Add(key, person);
        }

        return person;
    }

    private static MappingProblem Unresolved(OfficeHolderMapping mapping, CsvRow row, string text, ResolvedPerson person)
        => person.Candidates.Count > 0
            ? row.Problem(
                mapping.Written.Columns.FirstOrDefault(), MappingCodes.AmbiguousPerson,
                $"'{text}' may mean {string.Join(" or ", person.Candidates)}. The participation has the name as written, and no official.")
            : row.Problem(
                mapping.Written.Columns.FirstOrDefault(), MappingCodes.UnresolvedPerson,
                $"Nobody called '{text}' is known to have held a post there then. The participation has the name as written, and no official.");
}
