using System.Text.Json;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Topics;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.History;

public sealed class ChangeTests
{
    private const string Fields = "version actor kind changedId node { __typename ... on Entity { slug } } fields { part field oldValue newValue }";

    [Fact]
    public async Task The_log_tells_what_each_write_did_to_each_node_and_the_history_tells_it_of_one()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var answers = new GraphAnswers(graph.Storage);
        long official = 0, meeting = 0, topic = 0, agency = 0;
        await graph.WriteAsync(edit =>
        {
            official = edit.Add(new Official { Slug = "somebody" }).Id;
            agency = edit.Add(new Agency { Slug = "ministry" }).Id;
        });
        var second = await graph.WriteAsync(edit =>
        {
            meeting = edit.Add(new Meeting { Slug = "talks", HostId = agency }).Id;
            topic = edit.Add(new Topic { Slug = "trade" }).Id;
            edit.AddLink(new MeetingTopic { MeetingId = meeting, TopicId = topic });
        });
        var third = await graph.WriteAsync(async edit => (await edit.Context.Meetings.SingleAsync(m => m.Id == meeting)).Kind = MeetingKind.Bilateral);
        var fourth = await graph.WriteAsync(edit => edit.RetractAsync(official, default));

        var changes = await ChangesAsync(answers, $"since: {second - 1}, first: 100");

        Assert.Equal(
            [$"{second} MEETING talks", $"{second} TOPIC trade", $"{third} MEETING talks", $"{fourth} OFFICIAL "],
            changes.Select(change => $"{change.GetProperty("version")} {change.GetProperty("kind").GetString()} {Slug(change)}"));
        Assert.All(changes, change => Assert.Equal("test", change.GetProperty("actor").GetString()));
        var created = changes[0].GetProperty("fields").EnumerateArray().Select(Text).ToList();
        Assert.Contains($" host: -> \"{NodeId.Encode("Agency", agency)}\"", created);
        Assert.Contains($"meetingTopics topic: -> \"{NodeId.Encode("Topic", topic)}\"", created);
        Assert.Equal([" kind: \"UNKNOWN\"-> \"BILATERAL\""], changes[2].GetProperty("fields").EnumerateArray().Select(Text));
        Assert.Equal(NodeId.Encode("Official", official), changes[3].GetProperty("changedId").GetString());

        var history = (await answers.DataAsync($"{{ meeting(slug: \"talks\") {{ history {{ totalCount nodes {{ {Fields} }} }} }} }}")).GetProperty("meeting").GetProperty("history");
        Assert.Equal(new[] { third, second }, history.GetProperty("nodes").EnumerateArray().Select(change => change.GetProperty("version").GetInt64()));
        Assert.Equal(2, history.GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task The_log_tells_who_asserted_what_and_by_which_source()
    {
        await using var graph = await MutationAnswers.OfSampleAsync();
        var meeting = await graph.IdAsync("meeting", "madrid-trilateral-2025-01");
        await graph.WriteAsync("addSourceArticle", new { title = "A table", slug = "a-table", kind = "DATASET" }, "sourceArticle { id }");
        var since = await graph.VersionAsync();
        var cited = new[] { new { article = new { slug = "a-table" }, locator = "row 3" } };
        await graph.WriteAsync("addParticipation", new { meeting = new { id = meeting }, nameAsWritten = "Amal Bennani", citations = cited }, "participation { id }");
        await graph.WriteAsync("updateMeeting", new { id = meeting, kind = "EXPERT", citations = cited }, "meeting { id }");
        await graph.WriteAsync("updateMeeting", new { id = meeting, kind = "OTHER" }, "meeting { id }");

        const string Sources = "actor citations { assertedBy locator article { slug } }";
        var changes = (await ChangesAsync(graph.Answers, $"since: {since}, first: 100", $"kind {Sources}")).ConvertAll(Asserted);
        var history = (await graph.Answers.DataAsync($"{{ meeting(slug: \"madrid-trilateral-2025-01\") {{ history(first: 2) {{ nodes {{ kind {Sources} }} }} participations(where: {{ nameAsWritten: {{ eq: \"Amal Bennani\" }} }}) {{ nodes {{ history {{ nodes {{ kind {Sources} }} }} }} }} }} }}")).GetProperty("meeting");

        Assert.Equal(
            ["PARTICIPATION by key:amal from a-table, row 3 (key:amal)", "CITATION by key:amal from a-table, row 3 (key:amal)", "CITATION by key:amal from a-table, row 3 (key:amal)", "MEETING by key:amal from a-table, row 3 (key:amal)", "MEETING by key:amal from "],
            changes);
        Assert.Equal([changes[4], changes[3]], history.GetProperty("history").GetProperty("nodes").EnumerateArray().Select(Asserted));
        Assert.Equal([changes[0]], history.GetProperty("participations").GetProperty("nodes")[0].GetProperty("history").GetProperty("nodes").EnumerateArray().Select(Asserted));

        static string Asserted(JsonElement change) => $"{change.GetProperty("kind").GetString()} by {change.GetProperty("actor").GetString()} from " + string.Join(", ", change.GetProperty("citations").EnumerateArray()
            .Select(source => $"{source.GetProperty("article").GetProperty("slug").GetString()}, {source.GetProperty("locator").GetString()} ({source.GetProperty("assertedBy").GetString()})"));
    }

    [Fact]
    public async Task The_log_tells_that_an_article_got_a_text_and_not_the_text()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var answers = new GraphAnswers(graph.Storage);
        await graph.WriteAsync(edit => edit.Add(new SourceArticle { Slug = "story", Title = "Story", Text = "Said in confidence." }));

        var fields = (await ChangesAsync(answers, "since: 0, kinds: [SOURCE_ARTICLE]"))[0].GetProperty("fields").EnumerateArray().Select(Text).ToList();

        Assert.Contains(" title: -> \"Story\"", fields);
        Assert.Contains(" text: -> ", fields);
    }

    [Fact]
    public async Task Pages_hold_each_change_once_and_kinds_choose()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var answers = new GraphAnswers(graph.Storage);
        for (var write = 0; write < 3; write++)
        {
            await graph.WriteAsync(edit =>
            {
                for (var i = 0; i < 4; i++)
                {
                    var official = edit.Add(new Official { Slug = $"official-{write}-{i}" });
                    edit.Add(new Name { SubjectId = official.Id, Value = $"Official {write} {i}", StatedBy = "test" });
                }
            });
        }

        var whole = await ChangesAsync(answers, "since: 0, first: 100");
        Assert.Equal(24, whole.Count);
        Assert.Equal(12, (await ChangesAsync(answers, "since: 0, first: 100, kinds: [NAME]")).Count);

        var paged = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await answers.DataAsync($"{{ changes(since: 0, first: 5{(after is null ? "" : $", after: \"{after}\"")}) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ changedId }} }} }}")).GetProperty("changes");
            Assert.Equal(24, page.GetProperty("totalCount").GetInt32());
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(change => change.GetProperty("changedId").GetString()!));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(whole.Select(change => change.GetProperty("changedId").GetString()), paged);
    }

    [Fact]
    public async Task A_cursor_of_another_version_is_refused()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var answers = new GraphAnswers(graph.Storage);
        await graph.WriteAsync(edit => edit.Add(new Official { Slug = "somebody" }));
        var cursor = (await answers.DataAsync("{ changes(since: 0) { pageInfo { endCursor } } }")).GetProperty("changes").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        Assert.Equal(["INVALID_CURSOR"], await answers.CodesAsync($"{{ changes(since: 1, after: \"{cursor}\") {{ totalCount }} }}"));
        Assert.Equal(["BAD_ARGUMENTS"], await answers.CodesAsync("{ changes(since: 0, first: 101) { totalCount } }"));
    }

    private static string? Slug(JsonElement change)
        => change.GetProperty("node").ValueKind == JsonValueKind.Null ? "" : change.GetProperty("node").GetProperty("slug").GetString();

    private static string Text(JsonElement field)
        => $"{field.GetProperty("part").GetString()} {field.GetProperty("field").GetString()}: {field.GetProperty("oldValue").GetString()}-> {field.GetProperty("newValue").GetString()}";

    private static async Task<List<JsonElement>> ChangesAsync(GraphAnswers answers, string arguments, string selected = Fields)
        => [.. (await answers.DataAsync($"{{ changes({arguments}) {{ nodes {{ {selected} }} }} }}")).GetProperty("changes").GetProperty("nodes").EnumerateArray()];
}
