using System.Data.Common;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Storage;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphNews.Tests.Changes;

/// <summary>One follower knows the newest version of the graph for all that goes with it.</summary>
public sealed class ChangeFollowerTests : IAsyncLifetime
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    private readonly ChangeSignal _signal = new();
    private readonly Questions _questions = new();
    private TestGraph _graph = null!;

    public async Task InitializeAsync() => _graph = await TestGraph.CreateAsync(options => options.AddInterceptors(_questions));

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    [Fact]
    public async Task A_write_of_this_process_is_known_before_its_writer_goes_on()
    {
        await using var changes = Follow(_graph.Storage, Never);
        var version = await WriteAsync(new GraphWriter(_graph.Storage, TimeProvider.System, _signal));

        Assert.Equal(version, changes.Newest);
        Assert.Equal(version, await changes.AfterAsync(version - 1, default));
    }

    [Fact]
    public async Task A_write_of_another_process_is_found_by_looking()
    {
        await using var changes = Follow(_graph.Storage, TimeSpan.FromMilliseconds(20));
        changes.Start();
        var next = changes.AfterAsync(await changes.RefreshAsync(default), default);

        var version = await WriteAsync(_graph.Writer);
        Assert.Equal(version, await next.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task However_many_wait_the_database_is_asked_once()
    {
        await using var changes = Follow(_graph.Storage, Never);
        var waiting = Enumerable.Range(0, 1000).Select(_ => changes.AfterAsync(0, default)).ToList();
        var version = await WriteAsync(_graph.Writer);
        _questions.Count = 0;
        changes.Start();

        Assert.All(await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30)), found => Assert.Equal(version, found));
        Assert.Equal(1, _questions.Count);
    }

    [Fact]
    public void A_version_that_is_told_late_does_not_take_the_newest_back()
    {
        _signal.Announce(7);
        _signal.Announce(6);
        Assert.Equal(7, _signal.Newest);
        Assert.False(_signal.AfterAsync(7, default).IsCompleted);
    }

    private ChangeFollower Follow(IGraphStorage storage, TimeSpan pollInterval)
        => new(storage, _signal, new ChangeOptions { PollInterval = pollInterval }, TimeProvider.System, NullLogger<ChangeFollower>.Instance);

    private static Task<long> WriteAsync(GraphWriter writer)
        => writer.WriteAsync(new ChangeOrigin("test"), (edit, _) => Task.FromResult(edit.Add(new Official { Slug = "newcomer" })), default);

    /// <summary>Counts what is asked of the database.</summary>
    private sealed class Questions : DbCommandInterceptor
    {
        private int _count;

        public int Count
        {
            get => Volatile.Read(ref _count);
            set => Volatile.Write(ref _count, value);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return new(result);
        }
    }
}
