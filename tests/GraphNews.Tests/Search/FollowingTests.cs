using System.Collections.Concurrent;
using System.Diagnostics;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Search;
using GraphNews.Graph.Texts;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphNews.Tests.Search;

/// <summary>The index goes with the graph, entity by entity.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    /// <summary>What is waited for where no promise on time is tested: the machine may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How soon a write is found.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1);

    private readonly ChangeSignal _signal = new();
    private TestGraph _graph = null!;
    private TestWorld _world = null!;
    private GraphAnswers _answers = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        _world = await TestWorld.CreateAsync(_graph);
        _answers = new GraphAnswers(_graph.Storage, signal: _signal);
    }

    public async Task DisposeAsync()
    {
        _answers.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task What_another_process_writes_is_found_within_a_second()
        => Assert.InRange(await FastestAsync(_answers, _graph.Writer), TimeSpan.Zero, Promised);

    [Fact]
    public async Task What_this_process_writes_wakes_the_index_without_looking()
    {
        using var patient = new GraphAnswers(_graph.Storage, signal: _signal, changes: new ChangeOptions { PollInterval = TimeSpan.FromHours(1) });
        Assert.InRange(await FastestAsync(patient, new GraphWriter(_graph.Storage, TimeProvider.System, _signal)), TimeSpan.Zero, Promised);
    }

    [Fact]
    public async Task An_answer_says_which_version_the_index_showed_and_only_if_it_searched()
    {
        var version = await _graph.WriteAsync(edit => { Named(edit, "Newcomer"); });
        await FoundAsync("Newcomer", "newcomer");

        var answer = await _answers.AskAsync("{ search(text: \"Newcomer\") { totalCount } }");
        Assert.Equal((version, version), (answer.GetProperty("version").GetInt64(), answer.GetProperty("searchVersion").GetInt64()));
        Assert.False((await _answers.AskAsync("{ graph { version } }")).TryGetProperty("searchVersion", out _));
    }

    [Fact]
    public async Task What_is_retracted_is_gone_and_what_is_restored_is_back()
    {
        await FoundAsync("Chief", "chief");
        await _graph.WriteAsync(edit => edit.RetractAsync(_world.Official, default));
        await FoundAsync("Chief");
        await _graph.WriteAsync(edit => edit.RestoreAsync(_world.Official, default));
        await FoundAsync("Chief", "chief");
    }

    [Fact]
    public async Task Meetings_follow_those_who_took_part_in_them()
    {
        await MeetingsFoundAsync("Chief", "talks");
        var (participation, other) = (0L, 0L);
        await _graph.WriteAsync(edit =>
        {
            participation = edit.Add(new Participation { MeetingId = _world.Meeting, OfficialId = Named(edit, "Newcomer"), StatedBy = "test" }).Id;
            other = edit.Add(new Meeting { Slug = "other" }).Id;
        });
        await MeetingsFoundAsync("Newcomer", "talks");

        await _graph.WriteAsync(async edit => (await edit.Context.Participations.SingleAsync(part => part.Id == participation)).MeetingId = other);
        await MeetingsFoundAsync("Newcomer", "other");
        await _graph.WriteAsync(edit => edit.RetractAsync(participation, default));
        await MeetingsFoundAsync("Newcomer");
        await MeetingsFoundAsync("Chief", "talks");
    }

    [Fact]
    public async Task A_name_that_is_retracted_finds_nobody()
    {
        var alias = 0L;
        await _graph.WriteAsync(edit => alias = edit.Add(new Name { SubjectId = _world.Official, Value = "Boss", Language = "en", StatedBy = "test" }).Id);
        await FoundAsync("Boss", "chief");
        await _graph.WriteAsync(edit => edit.RetractAsync(alias, default));
        await FoundAsync("Boss");
        await FoundAsync("Chief", "chief");
    }

    [Fact]
    public async Task The_names_of_both_find_the_one_that_stands_for_both_until_the_merge_is_undone()
    {
        var loser = 0L;
        await _graph.WriteAsync(edit => loser = Named(edit, "Doublet"));
        await FoundAsync("Doublet", "doublet");

        await _graph.WriteAsync(edit => edit.MergeAsync(loser, _world.Official, default));
        await FoundAsync("Doublet", "chief");
        await FoundAsync("Chief", "chief");

        await _graph.WriteAsync(edit => edit.UndoMergeAsync(loser, default));
        await FoundAsync("Doublet", "doublet");
        await FoundAsync("Chief", "chief");
    }

    [Fact]
    public async Task A_text_is_found_as_it_stands_now()
    {
        await FoundAsync("talks", "talks");
        await _graph.WriteAsync(edit => edit.Context.Set<Text>().Single(text => text.SubjectId == _world.Meeting).Value = "Consultations");
        await FoundAsync("consultation", "talks");
        await FoundAsync("talks");
        await _graph.WriteAsync(edit => edit.Remove(edit.Context.Set<Text>().Single(text => text.SubjectId == _world.Meeting)));
        await FoundAsync("consultation");
    }

    [Fact]
    public async Task A_page_goes_on_in_the_list_that_it_began_in_whatever_is_written_meanwhile()
    {
        await _graph.WriteAsync(edit =>
        {
            foreach (var i in Enumerable.Range(0, 6)) Named(edit, $"Person {"ABCDEF"[i]}");
        });
        await FoundAsync("Person A", "person-a");
        var before = await PageAsync(null, 6);
        var first = await PageAsync(null, 3);

        await _graph.WriteAsync(edit =>
        {
            Named(edit, "Person");
            edit.Context.Set<Name>().Single(name => name.Value == "Person E").Value = "Person Extraordinary and Plenipotentiary";
        });
        await FoundAsync("Plenipotentiary", "person-e");

        Assert.Equal(before.Slugs, first.Slugs.Concat((await PageAsync(first.Cursor, 10)).Slugs));
        Assert.Equal(7, (await PageAsync(null, 10)).Slugs.Count);
    }

    [Fact]
    public async Task A_question_that_comes_before_the_index_is_told_so()
    {
        using var hasty = new GraphAnswers(_graph.Storage, search: new SearchOptions { Patience = TimeSpan.Zero });

        Assert.Equal(["SEARCH_NOT_READY"], await hasty.CodesAsync("{ search(text: \"Chief\") { totalCount } }"));
    }

    [Fact]
    public async Task An_index_that_has_nothing_to_follow_waits_without_a_fault()
    {
        var log = new Faults();
        await using var changes = new ChangeFollower(_graph.Storage, _signal, new ChangeOptions(), TimeProvider.System, NullLogger<ChangeFollower>.Instance);
        await using var search = new GraphSearch(_graph.Storage, new SearchOptions { Patience = TimeSpan.FromHours(1) }, changes, new HurriedTime(), log);
        search.Start();
        await search.ReadyAsync(default);
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.Empty(log);
    }

    private static long Named(GraphEdit edit, string name)
    {
        var official = edit.Add(new Official());
        edit.Add(new Name { SubjectId = official.Id, Value = name, Language = "en", StatedBy = "test" });
        return official.Id;
    }

    /// <summary>What has the words itself, or else the meetings of those who have.</summary>
    private static async Task<IReadOnlyList<string>> SlugsAsync(GraphAnswers answers, string text, bool byParticipant = false)
        => [.. (await answers.DataAsync("query ($text: String!) { search(text: $text) { nodes { rule node { slug } } } }", new { text }))
            .GetProperty("search").GetProperty("nodes").EnumerateArray()
            .Where(hit => byParticipant == (hit.GetProperty("rule").GetString() == "PARTICIPANT")).Select(hit => hit.GetProperty("node").GetProperty("slug").GetString()!)];

    /// <summary>The time from a write until it is found: of as many as it takes to see one in time, since a busy machine may delay any of them; a promise that is not kept fails all ten.</summary>
    private static async Task<TimeSpan> FastestAsync(GraphAnswers answers, GraphWriter writer)
    {
        var fastest = TimeSpan.MaxValue;
        Assert.Equal(["chief"], await SlugsAsync(answers, "Chief"));
        foreach (var name in new[] { "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Theta", "Kappa", "Lambda", "Omicron", "Upsilon" })
        {
            if (fastest <= Promised) break;
            await writer.WriteAsync(new ChangeOrigin("test"), (edit, _) => Task.FromResult(Named(edit, name)), default);
            var written = Stopwatch.GetTimestamp();
            while ((await SlugsAsync(answers, name)).Count == 0 && Stopwatch.GetElapsedTime(written) < Patience) await Task.Delay(5);
            var elapsed = Stopwatch.GetElapsedTime(written);
            if (elapsed < fastest) fastest = elapsed;
        }

        return fastest;
    }

    private Task FoundAsync(string text, params string[] slugs) => FoundAsync(() => SlugsAsync(_answers, text), slugs);

    private Task MeetingsFoundAsync(string text, params string[] slugs) => FoundAsync(() => SlugsAsync(_answers, text, byParticipant: true), slugs);

    private static async Task FoundAsync(Func<Task<IReadOnlyList<string>>> ask, string[] slugs)
    {
        var asked = Stopwatch.GetTimestamp();
        IReadOnlyList<string> found;
        for (found = await ask(); !found.SequenceEqual(slugs) && Stopwatch.GetElapsedTime(asked) < Patience; found = await ask())
            await Task.Delay(20);
        Assert.Equal(slugs, found);
    }

    private async Task<(IReadOnlyList<string> Slugs, string? Cursor)> PageAsync(string? after, int first)
    {
        var page = (await _answers.DataAsync(
            "query ($after: String, $first: Int) { search(text: \"Person\", first: $first, after: $after) { nodes { node { slug } } pageInfo { endCursor } } }",
            new { after, first })).GetProperty("search");
        return (
            [.. page.GetProperty("nodes").EnumerateArray().Select(hit => hit.GetProperty("node").GetProperty("slug").GetString()!)],
            page.GetProperty("pageInfo").GetProperty("endCursor").GetString());
    }

    /// <summary>A minute of waiting is a second.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 60 : dueTime, period);
    }

    /// <summary>Keeps the errors that are logged.</summary>
    private sealed class Faults : ConcurrentQueue<string>, ILogger<GraphSearch>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
