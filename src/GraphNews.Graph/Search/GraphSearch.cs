using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Storage;
using Microsoft.Extensions.Logging;

namespace GraphNews.Graph.Search;

/// <summary>
/// Keeps the search index of this process: builds it from the tables when there is none that fits, and then goes with
/// the graph, version by version. One per process.
/// </summary>
public sealed partial class GraphSearch : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(5);

    // A database that is down for an hour fills no log.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly IGraphStorage _storage;
    private readonly SearchOptions _options;
    private readonly ChangeFollower _changes;
    private readonly TimeProvider _time;
    private readonly ILogger<GraphSearch> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _starting = new();
    private SearchIndex? _index;
    private Task _following = Task.CompletedTask;

    /// <summary>A search of one storage; it begins with <see cref="Start"/>, or with the first question.</summary>
    public GraphSearch(IGraphStorage storage, SearchOptions options, ChangeFollower changes, TimeProvider time, ILogger<GraphSearch> logger)
        => (_storage, _options, _changes, _time, _logger) = (storage, options, changes, time, logger);

    /// <summary>The limits of what is asked.</summary>
    internal SearchOptions Options => _options;

    /// <summary>The graph version that the index shows; null while it is being built.</summary>
    public long? Version => _ready.Task.IsCompleted ? _index?.Version : null;

    /// <summary>Opens the index and begins to build it or to follow. Further calls do nothing.</summary>
    /// <exception cref="GraphStartupException">The folder of the index cannot be used.</exception>
    public void Start() => Opened();

    /// <summary>The index, once it shows a version.</summary>
    /// <exception cref="GraphException"><c>SEARCH_NOT_READY</c>: it is still being built.</exception>
    internal async Task<SearchIndex> ReadyAsync(CancellationToken cancel)
    {
        var index = Opened();
        try
        {
            await _ready.Task.WaitAsync(_options.Patience, _time, cancel).ConfigureAwait(false);
            return index;
        }
        catch (TimeoutException)
        {
            throw new GraphException(ErrorCodes.SearchNotReady, "The search index is still being built. Ask again in a few seconds; all other fields answer meanwhile.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task following;
        lock (_starting)
        {
            if (_stop.IsCancellationRequested) return;
            _stop.Cancel();
            following = _following;
        }

        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _index?.Dispose();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private SearchIndex Opened()
    {
        lock (_starting)
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            if (_index is { } open) return open;
            var index = SearchIndex.Open(_options, _time);
            _changes.Start();

            // It builds on a thread of its own: those of the pool are few, and whoever asks meanwhile is timed by one.
            _following = Task.Factory.StartNew(() => FollowAsync(new IndexUpdates(_storage, index), _stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            return _index = index;
        }
    }

    private async Task FollowAsync(IndexUpdates updates, CancellationToken cancel)
    {
        var committed = _time.GetTimestamp();
        while (true)
        {
            try
            {
                if (await updates.CatchUpAsync(cancel).ConfigureAwait(false) is { } done) Log(done);
                _ready.TrySetResult();
                do
                {
                    if (_time.GetElapsedTime(committed) < CommitInterval) continue;
                    _index!.Commit();
                    committed = _time.GetTimestamp();
                }
                while (!await MovesOnAsync(updates.Version, cancel).ConfigureAwait(false));
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                LogFailure(_logger, e);
                await Task.Delay(PauseAfterFailure, _time, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether the graph gets a later version before the index is to be kept again.</summary>
    private async Task<bool> MovesOnAsync(long version, CancellationToken cancel)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var next = _changes.AfterAsync(version, wait.Token);
        await Task.WhenAny(next, Task.Delay(CommitInterval, _time, wait.Token)).ConfigureAwait(false);
        await wait.CancelAsync().ConfigureAwait(false);
        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        return next.IsCompletedSuccessfully;
    }

    private void Log(IndexBuild build) => LogBuilt(_logger, build.Entities, build.Version, build.Elapsed.TotalSeconds, build.Reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index was built of {Entities} entities at version {Version} in {Seconds:0.0} s: {Reason}.")]
    private static partial void LogBuilt(ILogger logger, int entities, long version, double seconds, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not follow the graph. It is tried again; searches show an older version meanwhile.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
