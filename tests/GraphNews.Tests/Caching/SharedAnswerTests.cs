using System.Net;
using System.Net.Http.Headers;
using GraphNews.Graph.Execution;
using GraphNews.Server.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Tests.Caching;

/// <summary>What several ask at the same time is computed once, and only what is true is kept.</summary>
public sealed class SharedAnswerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HeldEngine _engine = new();
    private HostedGraph _server = null!;

    public async Task InitializeAsync() => _server = await HostedGraph.StartAsync(services => services.AddSingleton<IGraphEngine>(_engine));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Those_who_ask_the_same_at_the_same_time_get_one_answer()
    {
        var asked = Enumerable.Range(0, 10).Select(_ => _server.AskAsync("{ __typename }")).ToList();
        await _engine.ExecutingAsync(1);
        var other = _server.AskAsync("{ other: __typename }");
        await _engine.ExecutingAsync(2);
        _engine.Release();

        Assert.Single((await Task.WhenAll(asked)).Distinct());
        await other;
        Assert.Equal(2, _engine.Executed);
    }

    [Fact]
    public async Task One_who_leaves_takes_the_answer_from_nobody()
    {
        // The first asks as long as the others join it.
        using var impatient = new CancellationTokenSource();
        var first = SendAsync(impatient.Token);
        await _engine.ExecutingAsync(1);
        var second = SendAsync(CancellationToken.None);
        await UntilAsync(() => _server.Part<AnswerCache>().Waiting == 2);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await UntilAsync(() => _server.Part<AnswerCache>().Waiting == 1);
        _engine.Release();

        Assert.Equal(HttpStatusCode.OK, await second);
        Assert.Equal((1, 0), (_engine.Executed, _engine.Cancelled));
    }

    [Fact]
    public async Task When_all_have_left_it_is_cancelled_and_the_next_gets_an_answer()
    {
        using var impatient = new CancellationTokenSource();
        var first = SendAsync(impatient.Token);
        await _engine.ExecutingAsync(1);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await UntilAsync(() => _engine.Cancelled == 1);

        var next = SendAsync(CancellationToken.None);
        await _engine.ExecutingAsync(2);
        _engine.Release();
        Assert.Equal(HttpStatusCode.OK, await next);
    }

    [Fact]
    public async Task An_answer_whose_search_showed_an_older_version_is_not_kept()
    {
        _engine.Release();
        _engine.Answer = new GraphResponse { Executed = true, Errors = [], Version = 2, SearchVersion = 1, WriteData = writer => writer.WriteNullValue() };
        await _server.AskAsync("{ __typename }");
        Assert.Equal(0, _server.Part<AnswerCache>().Count);

        _engine.Answer = new GraphResponse { Executed = true, Errors = [], Version = 2, SearchVersion = 2, WriteData = writer => writer.WriteNullValue() };
        await _server.AskAsync("{ __typename }");
        Assert.Equal(1, _server.Part<AnswerCache>().Count);
    }

    [Fact]
    public async Task An_answer_of_a_version_that_has_passed_meanwhile_is_not_kept()
    {
        var asked = _server.AskAsync("{ __typename }");
        await _engine.ExecutingAsync(1);
        await _server.WriteAsync("a-topic");
        _engine.Answer = new GraphResponse { Executed = true, Errors = [], Version = 2, WriteData = writer => writer.WriteNullValue() };
        _engine.Release();

        await asked;
        Assert.Equal(0, _server.Part<AnswerCache>().Count);
    }

    [Fact]
    public async Task A_fault_is_told_to_those_who_asked_and_is_not_kept()
    {
        _engine.Release();
        _engine.Answer = null;
        Assert.Contains("INTERNAL", await _server.AskAsync("{ __typename }"), StringComparison.Ordinal);

        _engine.Answer = HeldEngine.Plain;
        Assert.DoesNotContain("errors", await _server.AskAsync("{ __typename }"), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> SendAsync(CancellationToken cancel)
    {
        using var content = new StringContent("{\"query\":\"{ __typename }\"}", new MediaTypeHeaderValue("application/json"));
        using var response = await _server.Client.PostAsync(_server.Address, content, cancel);
        return response.StatusCode;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition()) await Task.Delay(5, patience.Token);
    }

    /// <summary>An engine that answers only when it is told to.</summary>
    private sealed class HeldEngine : IGraphEngine
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _executed;
        private int _cancelled;

        public static GraphResponse Plain { get; } = new() { Executed = true, Errors = [], WriteData = writer => writer.WriteNullValue() };

        public string Sdl => "";

        public int Executed => Volatile.Read(ref _executed);

        public int Cancelled => Volatile.Read(ref _cancelled);

        /// <summary>What it answers; null for a fault.</summary>
        public GraphResponse? Answer { get; set; } = Plain;

        public void Release() => _released.TrySetResult();

        public Task ExecutingAsync(int times) => UntilAsync(() => Executed >= times);

        public Task<OpenedSubscription> OpenAsync(GraphRequest request, CancellationToken cancel) => throw new NotSupportedException();

        public async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel)
        {
            Interlocked.Increment(ref _executed);
            try
            {
                await _released.Task.WaitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _cancelled);
                throw;
            }

            return Answer ?? throw new InvalidOperationException("A fault.");
        }
    }
}
