using System.Text.Json;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Posts;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Timelines;

public sealed class TimelineTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Fact]
    public async Task What_happened_to_an_official_stands_in_time_order()
    {
        var items = await ItemsAsync("official(slug: \"abdellatif-hammouchi\")", "first: 100");

        Assert.Equal(
            ["MEETING 2025-01-28 CERTAIN madrid-visit-2025-01", "MEETING [2025-01-28..2025-01-29] CERTAIN madrid-bilateral-2025-01", "MEETING [2025-01-28..2025-01-29] CERTAIN madrid-trilateral-2025-01"],
            items.Where(item => item.StartsWith("MEETING", StringComparison.Ordinal)));
        Assert.Contains(items, item => item.StartsWith("TENURE_ATTESTED 2025-01-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_may_lie_in_a_time_is_shown_and_whether_it_surely_does()
        => Assert.Equal(
            ["MEETING [2025-01-28..2025-01-29] POSSIBLE madrid-bilateral-2025-01", "MEETING [2025-01-28..2025-01-29] POSSIBLE madrid-trilateral-2025-01"],
            (await ItemsAsync("official(slug: \"abdellatif-hammouchi\")", "within: \"2025-01-29\", kinds: [MEETING]")).Order(StringComparer.Ordinal));

    [Fact]
    public async Task An_agency_has_its_foundation_its_seats_its_meetings_and_what_followed_it()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var answers = new GraphAnswers(graph.Storage);
        await graph.WriteAsync(edit =>
        {
            var agency = edit.Add(new Agency { Slug = "ministry", Founded = PartialDate.Parse("1990"), Dissolved = PartialDate.Parse("2012-05-01") });
            var next = edit.Add(new Agency { Slug = "next" });
            edit.Add(new AgencySuccession { PredecessorId = agency.Id, SuccessorId = next.Id, Date = PartialDate.Parse("2012-05"), StatedBy = "test" });
            var post = edit.Add(new Post { Slug = "minister", AgencyId = agency.Id });
            var official = edit.Add(new Official { Slug = "somebody" });
            edit.Add(new Tenure { OfficialId = official.Id, PostId = post.Id, From = PartialDate.Parse("2001-02-03"), Until = PartialDate.Parse("2004"), StatedBy = "test" });
            var hosted = edit.Add(new Meeting { Slug = "hosted", Starts = PartialDate.Parse("2003"), HostId = agency.Id });
            edit.Add(new Participation { MeetingId = hosted.Id, AgencyId = agency.Id, StatedBy = "test" });
            edit.Add(new Meeting { Slug = "undated", HostId = agency.Id });
        });

        Assert.Equal(
            [
                "AGENCY_FOUNDED 1990 ministry", "TENURE_BEGAN 2001-02-03 Tenure", "MEETING 2003 hosted", "TENURE_ENDED 2004 Tenure",
                "AGENCY_DISSOLVED 2012-05-01 ministry", "AGENCY_SUCCEEDED 2012-05 AgencySuccession",
            ],
            (await ItemsAsync(answers, "agency(slug: \"ministry\")", "first: 100")).Select(item => item.Replace(" CERTAIN", "", StringComparison.Ordinal)));
        Assert.Equal(
            ["AGENCY_SUCCEEDED 2012-05 AgencySuccession"],
            (await ItemsAsync(answers, "agency(slug: \"next\")", "first: 100")).Select(item => item.Replace(" CERTAIN", "", StringComparison.Ordinal)));
        Assert.Equal(2, (await ItemsAsync(answers, "post(slug: \"minister\")", "first: 100")).Count);
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task Pages_hold_each_item_once_in_one_order(string order)
    {
        var whole = await ItemsAsync("agency(slug: \"spain-policia-nacional\")", $"first: 100, order: {order}");
        Assert.True(whole.Count > 3, $"{whole.Count} are too few for pages");

        var paged = new List<string>();
        for (var after = ""; after is not null;)
        {
            var data = await sample.Answers.DataAsync(Query("agency(slug: \"spain-policia-nacional\")", $"first: 2, order: {order}{(after.Length > 0 ? $", after: \"{after}\"" : "")}"));
            var page = data.EnumerateObject().Single().Value.GetProperty("timeline");
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(Item));
            Assert.Equal(whole.Count, page.GetProperty("totalCount").GetInt32());
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }

        Assert.Equal(whole, paged);
    }

    [Theory]
    [InlineData("first: -1", "BAD_ARGUMENTS")]
    [InlineData("after: \"x\"", "INVALID_CURSOR")]
    public async Task What_cannot_be_asked_has_a_code(string arguments, string code)
        => Assert.Equal([code], await sample.Answers.CodesAsync($"{{ official(slug: \"abdellatif-hammouchi\") {{ timeline({arguments}) {{ totalCount }} }} }}"));

    private static string Query(string of, string arguments)
        => $"{{ {of} {{ timeline({arguments}) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ kind date {{ text }} certainty node {{ __typename ... on Entity {{ slug }} }} }} }} }} }}";

    private static string Item(JsonElement item)
    {
        var node = item.GetProperty("node");
        var what = node.TryGetProperty("slug", out var slug) ? slug.GetString() : node.GetProperty("__typename").GetString();
        return $"{item.GetProperty("kind").GetString()} {item.GetProperty("date").GetProperty("text").GetString()} {item.GetProperty("certainty").GetString()} {what}";
    }

    private static async Task<IReadOnlyList<string>> ItemsAsync(GraphAnswers answers, string of, string arguments)
        => [.. (await answers.DataAsync(Query(of, arguments))).EnumerateObject().Single().Value.GetProperty("timeline").GetProperty("nodes").EnumerateArray().Select(Item)];

    private Task<IReadOnlyList<string>> ItemsAsync(string of, string arguments) => ItemsAsync(sample.Answers, of, arguments);
}
