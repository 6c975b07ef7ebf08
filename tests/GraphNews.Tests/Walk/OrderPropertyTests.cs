using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Places;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Walk;

/// <summary>Orders and cursors beside a plain sort in memory, whatever is sorted by, while others write.</summary>
public sealed class OrderPropertyTests(RandomMeetings meetings) : IClassFixture<RandomMeetings>
{
    // So many that pages end before new rows do.
    private const int MostWrites = 4;

    [Property(MaxTest = 40, Replay = "(20250128,9876543211)")]
    public Task Pages_hold_what_a_plain_sort_holds(byte[] keys, byte size, bool backwards, bool byEdge, bool asLiteral)
        => CheckAsync(new Asked(keys ?? [], (size % 9) + 1, backwards, byEdge, asLiteral), seed: null);

    [Property(MaxTest = 25, Replay = "(20250129,1234567891)")]
    public Task Rows_written_meanwhile_neither_repeat_nor_drop_others(byte[] keys, byte size, bool backwards, bool byEdge, int seed)
        => CheckAsync(new Asked(keys ?? [], (size % 9) + 1, backwards, byEdge, AsLiteral: false), seed);

    private async Task CheckAsync(Asked asked, int? seed)
    {
        var order = MeetingOrder.Of(asked.Keys);
        var before = await meetings.RowsAsync(asked.ByEdge);
        var known = before.ToDictionary(row => row.Slug);
        var random = seed is { } given ? new System.Random(given) : null;
        var (paged, writes) = (new List<string>(), 0);
        for (string? cursor = null; ;)
        {
            var page = await PageAsync(asked, order, cursor);
            var slugs = page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()!).ToList();
            if (asked.Backwards) paged.InsertRange(0, slugs);
            else paged.AddRange(slugs);

            var info = page.GetProperty("pageInfo");
            if (random is null) Assert.Equal(cursor is not null, info.GetProperty(asked.Backwards ? "hasNextPage" : "hasPreviousPage").GetBoolean());
            if (!info.GetProperty(asked.Backwards ? "hasPreviousPage" : "hasNextPage").GetBoolean()) break;
            cursor = info.GetProperty(asked.Backwards ? "startCursor" : "endCursor").GetString();
            if (random is null || ++writes > MostWrites) continue;
            await meetings.WriteAsync(random);
            foreach (var row in await meetings.RowsAsync(asked.ByEdge)) known.TryAdd(row.Slug, row);
        }

        var after = await meetings.RowsAsync(asked.ByEdge);
        var stayed = before.Select(row => row.Slug).Intersect(after.Select(row => row.Slug)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(paged.Distinct(), paged);
        Assert.Equal(order.Sort(before).Select(row => row.Slug).Where(stayed.Contains), paged.Where(stayed.Contains));

        // What was written meanwhile stands where it belongs, if it is there at all.
        Assert.Equal(order.Sort(known.Values).Select(row => row.Slug).Where(paged.Contains), paged);
    }

    private async Task<JsonElement> PageAsync(Asked asked, MeetingOrder order, string? cursor)
    {
        var arguments = (asked.Backwards ? "last" : "first") + $": {asked.Size}"
            + (cursor is null ? "" : $", {(asked.Backwards ? "before" : "after")}: \"{cursor}\"")
            + $", order: {(asked.AsLiteral ? order.Literal() : "$order")}";
        var list = $"({arguments}) {{ nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}";
        var query = (asked.AsLiteral ? "{" : "query ($order: [MeetingSortInput!]) {")
            + (asked.ByEdge ? $" agency(slug: \"host-0\") {{ page: hostedMeetings{list} }} }}" : $" page: meetings{list} }}");
        var data = await meetings.Answers.DataAsync(query, asked.AsLiteral ? null : new { order = order.Input() });
        return (asked.ByEdge ? data.GetProperty("agency") : data).GetProperty("page");
    }

    private sealed record Asked(byte[] Keys, int Size, bool Backwards, bool ByEdge, bool AsLiteral);
}

/// <summary>Keys to sort meetings by, and the same sort in memory.</summary>
/// <param name="Terms">Which, and whether the largest come first.</param>
/// <param name="InOneInput">Whether they stand as the fields of one input, or as several.</param>
internal sealed record MeetingOrder(IReadOnlyList<(int Key, bool Descending)> Terms, bool InOneInput)
{
    private static readonly (string Path, Func<Meeting, IEnumerable<object>> Of)[] Keys =
    [
        ("starts", row => Days(row.Starts)),
        ("ends", row => Days(row.Ends)),
        ("kind", row => [EnumNames.Of(row.Kind)]),
        ("status", row => [EnumNames.Of(row.Status)]),
        ("host.slug", row => [row.Host?.Slug ?? ""]),
        ("host.founded", row => Days(row.Host?.Founded ?? PartialDate.Unknown)),
        ("host.kind", row => [row.Host is { } host ? EnumNames.Of(host.Kind) : ""]),
        ("place.slug", row => [row.Place?.Slug ?? ""]),
        ("place.latitude", row => [row.Place?.Latitude ?? double.MinValue]),
        ("parent.starts", row => Days(row.Parent?.Starts ?? PartialDate.Unknown)),
        ("parent.host.slug", row => [row.Parent?.Host?.Slug ?? ""]),
        ("createdVersion", row => [row.Node.CreatedVersion]),
        ("slug", row => [row.Slug]),
    ];

    /// <summary>An order of up to four keys.</summary>
    public static MeetingOrder Of(byte[] chosen)
    {
        var terms = chosen.Take(4).Select(some => (some % Keys.Length, some >= 128)).DistinctBy(term => term.Item1).ToList();
        return new(terms, terms.Count > 0 && chosen[0] % 2 == 0 && terms.Select(term => Top(term.Item1)).Distinct().Count() == terms.Count);
    }

    /// <summary>As the variables have it.</summary>
    public object Input()
    {
        var inputs = Terms.Select(term => Input(Keys[term.Key].Path.Split('.'), term.Descending)).ToList();
        return InOneInput ? inputs.SelectMany(input => input).ToDictionary(field => field.Key, field => field.Value) : inputs;
    }

    /// <summary>As a document has it.</summary>
    public string Literal()
    {
        var inputs = Terms.Select(term => Keys[term.Key].Path.Replace(".", ": { ", StringComparison.Ordinal) + (term.Descending ? ": DESC" : ": ASC")
            + string.Concat(Enumerable.Repeat(" }", Keys[term.Key].Path.Count(c => c == '.')))).ToList();
        return InOneInput ? $"{{ {string.Join(", ", inputs)} }}" : $"[{string.Join(", ", inputs.Select(input => $"{{ {input} }}"))}]";
    }

    /// <summary>Sorts in memory; without keys as the lists do by themselves; ties go by id.</summary>
    public IEnumerable<Meeting> Sort(IEnumerable<Meeting> rows)
    {
        var terms = Terms.Count > 0 ? Terms : [(0, false)];
        var keyed = rows.Select(row => (Row: row, Keys: terms.SelectMany(term => Keys[term.Key].Of(row).Select(key => (Key: key, term.Descending))).ToList())).ToList();
        keyed.Sort((one, other) =>
        {
            foreach (var ((key, descending), (with, _)) in one.Keys.Zip(other.Keys))
            {
                var compared = key is string text ? string.CompareOrdinal(text, (string)with) : ((IComparable)key).CompareTo(with);
                if (compared != 0) return descending ? -compared : compared;
            }

            return one.Row.Id.CompareTo(other.Row.Id);
        });
        return keyed.Select(row => row.Row);
    }

    private static string Top(int key) => Keys[key].Path.Split('.')[0];

    private static object[] Days(PartialDate date) => [date.Earliest, date.Latest];

    private static Dictionary<string, object> Input(string[] path, bool descending)
        => new() { [path[0]] = path.Length == 1 ? (descending ? "DESC" : "ASC") : Input(path[1..], descending) };
}

/// <summary>Meetings with few different values, so that many are equal and many unknown.</summary>
public sealed class RandomMeetings : IAsyncLifetime
{
    private static readonly string[] Dates = ["", "2024", "2024-02", "2024-02-03", "[..2024-02]", "[2024-02-03..2024-02-05]", "2023-12-31"];
    private readonly List<long> _hosts = [];
    private readonly List<long> _places = [];
    private TestGraph _graph = null!;
    private int _written;

    internal GraphAnswers Answers { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        Answers = new GraphAnswers(_graph.Storage);
        await _graph.WriteAsync(edit =>
        {
            for (var i = 0; i < 4; i++)
            {
                _hosts.Add(edit.Add(new Agency { Slug = $"host-{i}", Kind = (AgencyKind)(i % 2), Founded = Date(i) }).Id);
                _places.Add(edit.Add(new Place { Slug = $"place-{i}", Latitude = i % 2 == 0 ? null : i, Longitude = i % 2 == 0 ? null : i }).Id);
            }
        });
        var random = new System.Random(5);
        for (var write = 0; write < 6; write++) await WriteAsync(random, meetings: 9);
    }

    public async Task DisposeAsync()
    {
        Answers.Dispose();
        await _graph.DisposeAsync();
    }

    /// <summary>All meetings that show, or those that the first agency hosted.</summary>
    public Task<List<Meeting>> RowsAsync(bool hosted)
        => _graph.ReadAsync(graph => graph.Meetings.Include(row => row.Node).Include(row => row.Host).Include(row => row.Place)
            .Include(row => row.Parent).ThenInclude(row => row!.Host)
            .Where(row => row.HiddenSince == null && (!hosted || row.HostId == _hosts[0])).ToListAsync());

    /// <summary>Adds some, and retracts as many, once there are enough, that nothing is part of.</summary>
    public async Task WriteAsync(System.Random random, int meetings = 2)
    {
        var rows = await RowsAsync(hosted: false);
        await _graph.WriteAsync(async edit =>
        {
            for (var i = 0; i < meetings; i++)
            {
                edit.Add(new Meeting
                {
                    Slug = string.Create(CultureInfo.InvariantCulture, $"meeting-{random.Next(1000):000}-{_written++}"),
                    Kind = (MeetingKind)random.Next(3),
                    Status = (MeetingStatus)random.Next(2),
                    Starts = Date(random.Next()),
                    Ends = Date(random.Next()),
                    HostId = Some(_hosts, random),
                    PlaceId = Some(_places, random),
                    ParentId = Some([.. rows.Where(row => row.ParentId is null).Take(5).Select(row => row.Id)], random),
                });
            }

            var single = rows.Where(row => rows.TrueForAll(other => other.ParentId != row.Id)).ToList();
            for (var i = 0; i < meetings && rows.Count > 50 && single.Count > 0; i++)
            {
                var retracted = single[random.Next(single.Count)];
                single.Remove(retracted);
                await edit.RetractAsync(retracted.Id, default);
            }
        });
    }

    private static PartialDate Date(int which) => Dates[which % Dates.Length] is { Length: > 0 } text ? PartialDate.Parse(text) : PartialDate.Unknown;

    private static long? Some(List<long> ids, System.Random random) => ids.Count == 0 || random.Next(3) == 0 ? null : ids[random.Next(ids.Count)];
}
