using System.Text.Json.Nodes;
using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Mappings.People;

/// <summary>The names of an official, in the words that are compared.</summary>
/// <param name="Key">The official's key.</param>
internal sealed record OfficialNames(string Key)
{
    /// <summary>Each name with ranks made alike.</summary>
    public List<string[]> Ranked { get; } = [];

    /// <summary>Each name with ranks as written.</summary>
    public List<string[]> Plain { get; } = [];
}

/// <summary>A tenure: somebody held a post at an agency from a day to a day.</summary>
internal sealed record Office(string Tenure, OfficialNames Official, string Post, string? Agency, IReadOnlyList<string[]> Titles, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it was held on one of the days.</summary>
    public bool Touches(PartialDate days) => From <= days.Latest && Until >= days.Earliest;

    /// <summary>Whether it was held on all of the days.</summary>
    public bool Covers(PartialDate days) => From <= days.Earliest && Until >= days.Latest;
}

/// <summary>An agency and the time that it stood.</summary>
internal sealed record AgencyTime(string Key, DateOnly Founded, DateOnly Dissolved);

/// <summary>
/// Who held which post when, as the records of a mapping say that were made before. It grows with the officials, posts,
/// agencies and tenures, not with the meetings.
/// </summary>
internal sealed class Offices
{
    private readonly Dictionary<string, OfficialNames> _officials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Agency, List<string[]> Titles)> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AgencyTime>> _agencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Office>> _byAgency = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _agencyNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withPosts = new(StringComparer.Ordinal);

    /// <summary>Every word of a post's title, or of the name of an agency that has posts.</summary>
    public HashSet<string> PostWords { get; } = new(["of", "for", "and", "in", "to", "at", "with"], StringComparer.Ordinal);

    /// <summary>The tenures at an agency.</summary>
    public IReadOnlyList<Office> At(string agency) => _byAgency.TryGetValue(agency, out var offices) ? offices : [];

    /// <summary>The agencies of a name that have posts and stood on one of the days.</summary>
    public IReadOnlyList<AgencyTime> FindAgencies(string name, PartialDate days)
        => _agencies.TryGetValue(OrganisationKey.Of(name), out var agencies)
            ? [.. agencies.Where(agency => agency.Founded <= days.Latest && agency.Dissolved >= days.Earliest && _withPosts.Contains(agency.Key))]
            : [];

    /// <summary>Takes in what a record says.</summary>
    public void Add(JsonObject record)
    {
        var key = (string)record["key"]!;
        switch ((string?)record["type"])
        {
            case "Official":
                var official = _officials[key] = new OfficialNames(key);
                foreach (var name in Names(record))
                {
                    official.Ranked.Add(WrittenPerson.Ranked(name));
                    official.Plain.Add(WrittenPerson.Plain(name));
                }

                break;
            case "Agency":
                AddAgency(key, record);
                break;
            case "Post":
                AddPost(key, record);
                break;
            case "Tenure":
                AddTenure(key, record);
                break;
        }
    }

    private void AddPost(string key, JsonObject record)
    {
        var titles = Names(record).Select(WrittenPerson.Plain).ToList();
        var agency = KeyOf(record, "agency");
        _posts[key] = (agency, titles);
        PostWords.UnionWith(titles.SelectMany(title => title));
        if (agency is not null && _withPosts.Add(agency) && _agencyNames.TryGetValue(agency, out var names))
        {
            PostWords.UnionWith(names.SelectMany(WrittenPerson.Plain));
        }
    }

    private void AddAgency(string key, JsonObject record)
    {
        var agency = new AgencyTime(key, Date(record, "founded").Earliest, LastDay(Date(record, "dissolved")));
        _agencyNames[key] = [.. Names(record)];
        foreach (var name in _agencyNames[key])
        {
            var folded = OrganisationKey.Of(name);
            if (!_agencies.TryGetValue(folded, out var agencies))
            {
                _agencies.Add(folded, agencies = []);
            }

            if (!agencies.Contains(agency))
            {
                agencies.Add(agency);
            }
        }
    }

    private void AddTenure(string key, JsonObject record)
    {
        if (KeyOf(record, "official") is not { } official || !_officials.TryGetValue(official, out var names)
            || KeyOf(record, "post") is not { } post || !_posts.TryGetValue(post, out var seat))
        {
            return;
        }

        var office = new Office(
            key, names, post, seat.Agency, seat.Titles, Date(record, "from").Earliest, LastDay(Date(record, "until")));
        if (seat.Agency is not null)
        {
            if (!_byAgency.TryGetValue(seat.Agency, out var offices))
            {
                _byAgency.Add(seat.Agency, offices = []);
            }

            offices.Add(office);
        }
    }

    private static DateOnly LastDay(PartialDate date) => date.IsUnknown ? DateOnly.MaxValue : date.Latest;

    private static PartialDate Date(JsonObject record, string field)
        => PartialDate.TryParse((string?)record[field], out var date, out _) ? date : PartialDate.Unknown;

    private static string? KeyOf(JsonObject record, string field) => (string?)(record[field] as JsonObject)?["key"];

    private static IEnumerable<string> Names(JsonObject record)
        => record["names"] is JsonArray names ? names.Select(name => (string)name!["value"]!) : [];
}
