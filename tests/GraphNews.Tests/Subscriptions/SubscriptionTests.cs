using System.Text.Json;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Subscriptions;

/// <summary>What is written is told to those who subscribed, out of the change log.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private readonly ChangeSignal _signal = new();
    private TestGraph _graph = null!;
    private TestWorld _world = null!;
    private GraphAnswers _answers = null!;
    private GraphWriter _writer = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        _world = await TestWorld.CreateAsync(_graph);
        _answers = new GraphAnswers(_graph.Storage, signal: _signal, changes: new ChangeOptions { PollInterval = TimeSpan.FromHours(1) });
        _writer = new GraphWriter(_graph.Storage, TimeProvider.System, _signal);
    }

    public async Task DisposeAsync()
    {
        _answers.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_meeting_that_is_recorded_is_told_with_all_that_is_asked_of_it_at_one_version()
    {
        await using var all = await Subscriber.StartAsync(_answers, "subscription { meetingRecorded { slug host { slug } participations { nodes { official { slug } } } } }");
        var version = await WriteAsync(edit => Recorded(edit, "call", MeetingKind.Call));

        var told = (await all.TakeAsync(1))[0];
        Assert.Equal(version, told.GetProperty("version").GetInt64());
        var meeting = told.GetProperty("data").GetProperty("meetingRecorded");
        Assert.Equal(("call", "police"), (meeting.GetProperty("slug").GetString(), meeting.GetProperty("host").GetProperty("slug").GetString()));
        Assert.Equal("chief", meeting.GetProperty("participations").GetProperty("nodes")[0].GetProperty("official").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Filters_are_those_of_the_query()
    {
        const string Query = "subscription ($where: MeetingFilterInput) { meetingRecorded(where: $where) { slug } }";
        await using var calls = await Subscriber.StartAsync(_answers, Query, new { where = new { kind = new { eq = "CALL" } } });
        await using var named = await Subscriber.StartAsync(_answers, Query, new { where = new { participations = new { some = new { official = new { name = new { matches = "Chief" } } } } } });
        await WriteAsync(edit =>
        {
            edit.Add(new Meeting { Slug = "nobody" });
            Recorded(edit, "visit", MeetingKind.Visit);
            Recorded(edit, "first-call", MeetingKind.Call);
        });
        await WriteAsync(edit => Recorded(edit, "second-call", MeetingKind.Call));

        Assert.Equal(["first-call", "second-call"], await SlugsAsync(calls, "meetingRecorded", 2));
        Assert.Equal(["visit", "first-call", "second-call"], await SlugsAsync(named, "meetingRecorded", 3));
    }

    [Fact]
    public async Task A_change_of_a_meeting_is_no_meeting_recorded()
    {
        await using var recorded = await Subscriber.StartAsync(_answers, "subscription { meetingRecorded { slug } }");
        await WriteAsync(async edit => (await edit.Context.Meetings.SingleAsync(meeting => meeting.Id == _world.Meeting)).Kind = MeetingKind.Call);
        await WriteAsync(edit => edit.RetractAsync(_world.Meeting, default));
        await WriteAsync(edit => edit.RestoreAsync(_world.Meeting, default));
        await WriteAsync(edit => edit.Add(new Meeting { Slug = "new" }));

        Assert.Equal(["new"], await SlugsAsync(recorded, "meetingRecorded", 1));
    }

    [Fact]
    public async Task An_article_that_is_added_is_told()
    {
        await using var added = await Subscriber.StartAsync(_answers, "subscription { articleAdded(where: { title: { startsWith: \"Minister\" } }) { slug title } }");
        await WriteAsync(edit =>
        {
            edit.Add(new SourceArticle { Slug = "weather", Title = "Weather" });
            edit.Add(new SourceArticle { Slug = "ministers", Title = "Ministers meet" });
        });

        Assert.Equal(["ministers"], await SlugsAsync(added, "articleAdded", 1));
    }

    [Fact]
    public async Task A_change_of_a_node_is_told_with_the_values_before_and_after()
    {
        var chief = NodeId.Encode("Official", _world.Official);
        const string Shown = "{ version kind changedId node { ... on Entity { slug } } fields { field oldValue newValue } }";
        await using var one = await Subscriber.StartAsync(_answers, $"subscription {{ nodeChanged(ids: [\"{chief}\"]) {Shown} }}");
        await using var meetings = await Subscriber.StartAsync(_answers, $"subscription {{ nodeChanged(kinds: [MEETING, TOPIC]) {Shown} }}");
        var version = await WriteAsync(async edit =>
        {
            (await edit.Context.Meetings.SingleAsync(meeting => meeting.Id == _world.Meeting)).Kind = MeetingKind.Call;
            edit.Add(new Official { Slug = "other" });
        });
        var retracted = await WriteAsync(edit => edit.RetractAsync(_world.Official, default));

        var change = (await meetings.NextAsync()).GetProperty("nodeChanged");
        Assert.Equal((version, "MEETING", "talks"), (change.GetProperty("version").GetInt64(), change.GetProperty("kind").GetString(), change.GetProperty("node").GetProperty("slug").GetString()));
        Assert.Contains(
            "kind \"UNKNOWN\" \"CALL\"",
            change.GetProperty("fields").EnumerateArray().Select(field => $"{field.GetProperty("field").GetString()} {field.GetProperty("oldValue").GetString()} {field.GetProperty("newValue").GetString()}"));

        var gone = (await one.NextAsync()).GetProperty("nodeChanged");
        Assert.Equal((retracted, chief, JsonValueKind.Null), (gone.GetProperty("version").GetInt64(), gone.GetProperty("changedId").GetString(), gone.GetProperty("node").ValueKind));
    }

    [Fact]
    public async Task Whoever_was_away_is_told_everything_since_and_then_what_comes_each_write_once()
    {
        var since = (await _answers.DataAsync("{ graph { version } }")).GetProperty("graph").GetProperty("version").GetInt64();
        foreach (var i in Enumerable.Range(0, 250)) await WriteAsync(edit => edit.Add(new Official { Slug = $"before-{i}" }));
        await using var changes = await Subscriber.StartAsync(
            _answers, "subscription ($since: Version!) { changes(since: $since) { version actor changedCount changes { kind node { ... on Entity { slug } } } } }", new { since });
        foreach (var i in Enumerable.Range(0, 50)) await WriteAsync(edit => edit.Add(new Official { Slug = $"after-{i}" }));

        var told = (await changes.TakeAsync(300)).Select(answer => answer.GetProperty("data").GetProperty("changes")).ToList();
        Assert.Equal(Enumerable.Range(1, 300).Select(i => since + i), told.Select(write => write.GetProperty("version").GetInt64()));
        Assert.Equal(
            Enumerable.Range(0, 250).Select(i => $"before-{i}").Concat(Enumerable.Range(0, 50).Select(i => $"after-{i}")),
            told.Select(write => write.GetProperty("changes")[0].GetProperty("node").GetProperty("slug").GetString()));
        Assert.All(told, write => Assert.Equal(("test", 1), (write.GetProperty("actor").GetString(), write.GetProperty("changedCount").GetInt32())));
    }

    [Fact]
    public async Task A_write_of_many_nodes_is_one_event_that_says_how_many_and_lists_the_first()
    {
        await using var changes = await Subscriber.StartAsync(
            _answers, "subscription { changes(since: 1, kinds: [OFFICIAL], first: 3) { version changedCount changes { node { ... on Entity { slug } } fields { field } } } }");
        await WriteAsync(edit => edit.Add(new Meeting { Slug = "unasked" }));
        var version = await WriteAsync(edit =>
        {
            foreach (var i in Enumerable.Range(0, 400)) edit.Add(new Official { Slug = $"person-{i}" });
        });

        var write = (await changes.NextAsync()).GetProperty("changes");
        Assert.Equal((version, 400), (write.GetProperty("version").GetInt64(), write.GetProperty("changedCount").GetInt32()));
        Assert.Equal(
            ["person-0", "person-1", "person-2"],
            write.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("node").GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task A_write_that_only_derives_is_a_version_that_is_told_too()
    {
        await using var changes = await Subscriber.StartAsync(_answers, "subscription { changes(since: 1) { version changedCount changes { kind } } }");
        var version = await _writer.DeriveAsync(
            new ChangeOrigin("test"), async (edit, cancel) => (await edit.Context.Names.FirstAsync(cancel)).Folded.Length > 0, default);

        var write = (await changes.NextAsync()).GetProperty("changes");
        Assert.Equal((version, 0, 0), (write.GetProperty("version").GetInt64(), write.GetProperty("changedCount").GetInt32(), write.GetProperty("changes").GetArrayLength()));
    }

    [Theory]
    [InlineData("subscription { nobody }", ErrorCodes.ValidationFailed)]
    [InlineData("subscription { meetingRecorded { slug } articleAdded { slug } }", ErrorCodes.ValidationFailed)]
    [InlineData("subscription { meetingRecorded @skip(if: true) { slug } }", ErrorCodes.ValidationFailed)]
    [InlineData("subscription ($since: Version!) { changes(since: $since) { version } }", ErrorCodes.InvalidVariable)]
    public async Task A_wrong_subscription_is_refused_at_once(string query, string code)
    {
        await using var refused = await Subscriber.StartAsync(_answers, query);
        Assert.Equal(code, (await refused.TakeAsync(1))[0].GetProperty("errors")[0].GetProperty("Code").GetString());
    }

    [Theory]
    [InlineData("subscription { nodeChanged(ids: [\"nonsense\"]) { version } }", ErrorCodes.InvalidId)]
    [InlineData("subscription { changes(since: 1000) { version } }", ErrorCodes.BadArguments)]
    [InlineData("subscription { changes(since: 0, first: 101) { version } }", ErrorCodes.BadArguments)]
    [InlineData("subscription { meetingRecorded(where: { host: { id: { eq: \"nonsense\" } } }) { slug } }", ErrorCodes.InvalidId)]
    public async Task A_wrong_argument_is_refused_before_anything_is_waited_for(string query, string code)
    {
        await using var refused = await Subscriber.StartAsync(_answers, query);
        Assert.Equal(code, (await Assert.ThrowsAsync<GraphException>(() => refused.TakeAsync(1))).Code);
    }

    [Fact]
    public async Task Whoever_unsubscribes_is_followed_no_more()
    {
        var subscriber = await Subscriber.StartAsync(_answers, "subscription { meetingRecorded { slug } }");
        Assert.Equal(1, _answers.Feed.Followers);
        await subscriber.DisposeAsync();
        Assert.Equal(0, _answers.Feed.Followers);
    }

    private Task<long> WriteAsync(Func<GraphEdit, Task> edit) => _writer.WriteAsync(new ChangeOrigin("test"), (e, _) => edit(e), default);

    private Task<long> WriteAsync(Action<GraphEdit> edit) => WriteAsync(e =>
    {
        edit(e);
        return Task.CompletedTask;
    });

    private void Recorded(GraphEdit edit, string slug, MeetingKind kind)
    {
        var meeting = edit.Add(new Meeting { Slug = slug, Kind = kind, HostId = _world.Agency });
        edit.Add(new Participation { MeetingId = meeting.Id, OfficialId = _world.Official, StatedBy = "test" });
    }

    private static async Task<IEnumerable<string?>> SlugsAsync(Subscriber subscriber, string field, int count)
        => (await subscriber.TakeAsync(count)).Select(answer => answer.GetProperty("data").GetProperty(field).GetProperty("slug").GetString());
}
