using System.Threading.Channels;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;

namespace GraphNews.Tests.Subscriptions;

/// <summary>One subscription runs for all who ask the same, and no one of them holds up the others.</summary>
public sealed class SharedSubscriptionTests
{
    private static readonly SubscriptionKey Key = new("subscription", null, null, "", CallerRole.Anonymous);

    private readonly SharedSubscriptions _shared = new(new StreamsSettings { QueuedAnswers = 3 });
    private readonly Channel<StreamedAnswer> _answers = Channel.CreateUnbounded<StreamedAnswer>();
    private CancellationToken _running;
    private int _begun;

    [Fact]
    public async Task Whoever_reads_too_slowly_is_told_so_after_what_waits_and_the_others_go_on()
    {
        var quick = (await JoinAsync()).GetAsyncEnumerator();
        var slow = (await JoinAsync()).GetAsyncEnumerator();
        for (var i = 0; i < 5; i++)
        {
            var answer = new StreamedAnswer(new byte[] { (byte)i }, true);
            await _answers.Writer.WriteAsync(answer);
            Assert.True(await quick.MoveNextAsync());
            Assert.Same(answer, quick.Current);
        }

        for (var i = 0; i < 3; i++)
        {
            Assert.True(await slow.MoveNextAsync());
            Assert.Equal(i, slow.Current.Body.Span[0]);
        }

        Assert.Equal(ErrorCodes.SlowClient, (await Assert.ThrowsAsync<GraphException>(async () => await slow.MoveNextAsync())).Code);
        Assert.Equal((1, 1, 1), (_begun, _shared.Running, _shared.Subscribers));
        await quick.DisposeAsync();
    }

    [Fact]
    public async Task The_last_one_to_leave_ends_it_and_the_next_begins_anew()
    {
        var (first, second) = ((await JoinAsync()).GetAsyncEnumerator(), (await JoinAsync()).GetAsyncEnumerator());
        await _answers.Writer.WriteAsync(new StreamedAnswer(default, true));
        Assert.True(await first.MoveNextAsync() && await second.MoveNextAsync());
        await first.DisposeAsync();
        Assert.False(_running.IsCancellationRequested);
        await second.DisposeAsync();
        Assert.True(_running.IsCancellationRequested);
        Assert.Equal((0, 0), (_shared.Running, _shared.Subscribers));

        await JoinAsync();
        Assert.Equal((2, 1), (_begun, _shared.Running));
    }

    [Fact]
    public async Task A_refusal_is_told_to_whoever_asked_and_nothing_runs()
    {
        await Assert.ThrowsAsync<GraphException>(() => _shared.JoinAsync(Key, _ => throw new GraphException(ErrorCodes.BadArguments, "no"), default));
        Assert.Equal((0, 0), (_shared.Running, _shared.Subscribers));
    }

    private Task<IAsyncEnumerable<StreamedAnswer>> JoinAsync() => _shared.JoinAsync(
        Key,
        cancel =>
        {
            Interlocked.Increment(ref _begun);
            _running = cancel;
            return Task.FromResult(_answers.Reader.ReadAllAsync(CancellationToken.None));
        },
        default);
}
