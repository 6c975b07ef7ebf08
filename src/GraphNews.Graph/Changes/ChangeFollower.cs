using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GraphNews.Graph.Changes;

/// <summary>
/// Follows the graph for all of this process that goes with it: the search index, kept answers, subscriptions. It alone
/// asks the database for its version, once for each time that another process may have written. One per process.
/// </summary>
public sealed partial class ChangeFollower : IAsyncDisposable, IDisposable
{
    // A database that is down for an hour fills no log.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly IGraphStorage _storage;
    private readonly ChangeSignal _signal;
    private readonly ChangeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ChangeFollower> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _starting = new();
    private Task? _following;

    /// <summary>A follower of one storage; it begins with <see cref="Start"/>.</summary>
    public ChangeFollower(IGraphStorage storage, ChangeSignal signal, ChangeOptions options, TimeProvider time, ILogger<ChangeFollower> logger)
        => (_storage, _signal, _options, _time, _logger) = (storage, signal, options, time, logger);

    /// <summary>
    /// The newest version that is known; 0 while none is. After a write of this process it is that write's version before
    /// the writer goes on.
    /// </summary>
    public long Newest => _signal.Newest;

    /// <summary>Begins to look for what other processes write. Further calls do nothing.</summary>
    public void Start()
    {
        lock (_starting)
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            _following ??= Task.Run(() => FollowAsync(_stop.Token));
        }
    }

    /// <summary>Waits until a later version than this is known.</summary>
    /// <returns>The newest version.</returns>
    public Task<long> AfterAsync(long version, CancellationToken cancel) => _signal.AfterAsync(version, cancel);

    /// <summary>Asks the database for its version, which is known from then on.</summary>
    public async Task<long> RefreshAsync(CancellationToken cancel)
    {
        var graph = _storage.CreateContext();
        await using (graph.ConfigureAwait(false))
        {
            var version = await graph.GraphStates.Select(state => state.Version).SingleAsync(cancel).ConfigureAwait(false);
            _signal.Announce(version);
            return version;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task? following;
        lock (_starting)
        {
            if (_stop.IsCancellationRequested) return;
            _stop.Cancel();
            following = _following;
        }

        if (following is not null) await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task FollowAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await RefreshAsync(cancel).ConfigureAwait(false);
                await _storage.WaitForWriteAsync(_options.PollInterval, _time, cancel).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                LogFailure(_logger, e);
                await Task.Delay(PauseAfterFailure, _time, cancel).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not be asked for its version. It is tried again; what other servers write is not seen meanwhile.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
