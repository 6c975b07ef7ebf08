using System.Globalization;
using System.Text.Json;
using GraphNews.Engine;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Subscriptions;
using GraphNews.Server.Limits;
using GraphNews.Server.Operations;
using GraphNews.Server.SavedOperations;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;
using GraphNews.Server.Telemetry;
using GraphNews.Server.Transports;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Walk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Tests.Subscriptions;

/// <summary>What a thousand subscribers cost, counted at the connection.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private const string Recorded = "subscription { meetingRecorded(where: { kind: { eq: CALL } }) { slug host { slug } participations { nodes { official { slug } } } } }";

    private readonly ChangeSignal _signal = new();
    private TestGraph _graph = null!;
    private TestWorld _world = null!;
    private TracedStorage _traced = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        _world = await TestWorld.CreateAsync(_graph);
        _traced = new TracedStorage(_graph.Storage);
        _services = new ServiceCollection()
            .AddLogging().AddSettings(new ConfigurationBuilder().Build())
            .AddSingleton<IGraphStorage>(_traced).AddSingleton(_signal).AddSingleton<ChangeFollower>().AddSingleton<GraphWriter>()
            .AddSchema().AddGraphEngine().AddMetrics().AddSingleton<OperationTelemetry>().AddLimits().AddSavedOperations().AddGraphQLOverHttp().AddGraphQLStreams()
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task Those_who_ask_the_same_cost_as_many_statements_as_one()
    {
        var one = await StatementsAsync(1, Recorded, "first-call");
        var thousand = await StatementsAsync(1_000, Recorded, "second-call");

        Assert.Equal(one.Count, thousand.Count);
        Assert.Single(thousand, statement => statement.Contains("FROM \"Changes\"", StringComparison.Ordinal));
        Assert.Equal(0, _services.GetRequiredService<SharedSubscriptions>().Running);
    }

    [Fact]
    public async Task Those_who_follow_the_log_from_where_each_was_read_it_once()
    {
        var one = await StatementsAsync(1, await SinceNowAsync(), "first-call");
        var thousand = await StatementsAsync(1_000, await SinceNowAsync(), "second-call");

        Assert.Equal(one.Count, thousand.Count);
        Assert.Single(thousand, statement => statement.Contains("FROM \"Changes\"", StringComparison.Ordinal));
    }

    private async Task<string> SinceNowAsync()
    {
        var version = await _services.GetRequiredService<ChangeFollower>().RefreshAsync(default);
        return string.Create(CultureInfo.InvariantCulture, $"subscription {{ changes(since: {version}) {{ version actor changes {{ kind fields {{ field newValue }} }} }} }}");
    }

    /// <summary>What is run from a write on until as many subscribers as that have been told of it.</summary>
    private async Task<IReadOnlyList<string>> StatementsAsync(int subscribers, string query, string slug)
    {
        using var cancel = new CancellationTokenSource();
        var told = Enumerable.Range(0, subscribers).Select(_ => Task.Run(() => FirstAsync(query, cancel.Token))).ToList();
        var (shared, feed) = (_services.GetRequiredService<SharedSubscriptions>(), _services.GetRequiredService<ChangeFeed>());
        for (var waited = 0; feed.Followers + shared.Subscribers < subscribers + shared.Running; waited++)
        {
            if (told.Find(subscriber => subscriber.IsFaulted) is { } refused) await refused;
            Assert.True(waited < 6_000, "They do not follow.");
            await Task.Delay(10);
        }

        _traced.Take();
        await _services.GetRequiredService<GraphWriter>().WriteAsync(
            new ChangeOrigin("test"),
            (edit, _) =>
            {
                var meeting = edit.Add(new Meeting { Slug = slug, Kind = MeetingKind.Call, HostId = _world.Agency });
                edit.Add(new Participation { MeetingId = meeting.Id, OfficialId = _world.Official, StatedBy = "test" });
                return Task.CompletedTask;
            },
            default);
        var answers = await Task.WhenAll(told).WaitAsync(Subscriber.Patience);
        Assert.All(answers, answer => Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString()));
        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct());
        return _traced.Take();
    }

    private async Task<JsonElement> FirstAsync(string query, CancellationToken cancel)
    {
        var answers = _services.GetRequiredService<StreamedOperations>().AnswerAsync(new OperationParameters { Query = query }, Caller.Anonymous, [], cancel);
        await foreach (var answer in answers) return JsonElement.Parse(answer.Body.Span);
        throw new InvalidOperationException("The subscription has ended.");
    }
}
