using System.Runtime.CompilerServices;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Walk;
using Microsoft.Extensions.Logging;

namespace GraphNews.Graph.Subscriptions;

/// <summary>
/// Gives every follower every write after a version, once and in order. While all keep up, the log is read once for all of
/// them; who was away, or falls behind, reads in the log until it has caught up. One per process.
/// </summary>
public sealed partial class ChangeFeed : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>Where a replica is read that has not yet what the graph has.</summary>
    private static readonly TimeSpan PauseBehind = TimeSpan.FromMilliseconds(50);

    private readonly ChangeFollower _changes;
    private readonly WriteLog _log;
    private readonly TimeProvider _time;
    private readonly ILogger<ChangeFeed> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<FeedQueue> _queues = [];
    private Task? _reading;
    private long _position;

    /// <summary>A feed of one graph; it reads only while somebody follows.</summary>
    public ChangeFeed(GraphOperations operations, ChangeFollower changes, TimeProvider time, ILogger<ChangeFeed> logger)
        => (_log, _changes, _time, _logger) = (new WriteLog(operations), changes, time, logger);

    internal WriteLog Log => _log;

    /// <summary>How many follow.</summary>
    public int Followers
    {
        get
        {
            lock (_gate) return _queues.Count;
        }
    }

    /// <summary>Every write after a version, first those that are in the log, then as they come.</summary>
    internal async IAsyncEnumerable<LoggedWrite> ReadAsync(long since, [EnumeratorCancellation] CancellationToken cancel)
    {
        var position = since;
        while (true)
        {
            using var queue = Join();
            while (position < queue.Start)
            {
                var (writes, until) = await _log.ReadAsync(position, queue.Start, cancel).ConfigureAwait(false);
                foreach (var write in writes) yield return write;
                if (until == position) await Task.Delay(PauseBehind, _time, cancel).ConfigureAwait(false);
                position = until;
            }

            await foreach (var write in queue.ReadAsync(cancel).ConfigureAwait(false))
            {
                if (write.Version <= position) continue;
                yield return write;
                position = write.Version;
            }

            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task? reading;
        lock (_gate)
        {
            if (_stop.IsCancellationRequested) return;
            _stop.Cancel();
            reading = _reading;
        }

        if (reading is not null) await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private FeedQueue Join()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            if (_queues.Count == 0) _position = _changes.Newest;
            var queue = new FeedQueue(_position, Leave);
            _queues.Add(queue);
            _reading ??= Task.Run(() => FollowAsync(_stop.Token));
            return queue;
        }
    }

    private void Leave(FeedQueue queue)
    {
        lock (_gate) _queues.Remove(queue);
    }

    /// <summary>Reads what is written while somebody follows, and ends when nobody does.</summary>
    private async Task FollowAsync(CancellationToken cancel)
    {
        while (Position() is { } position)
        {
            try
            {
                var newest = await _changes.AfterAsync(position, cancel).ConfigureAwait(false);
                if (Position() != position) continue;

                var (writes, until) = await _log.ReadAsync(position, newest, cancel).ConfigureAwait(false);
                if (until == position) await Task.Delay(PauseBehind, _time, cancel).ConfigureAwait(false);
                else Give(writes, position, until);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                LogFailure(_logger, e);
                await Task.Delay(PauseAfterFailure, _time, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The version up to which all were given; null when nobody follows.</summary>
    private long? Position()
    {
        lock (_gate)
        {
            if (_queues.Count > 0) return _position;
            _reading = null;
            return null;
        }
    }

    private void Give(IReadOnlyList<LoggedWrite> writes, long after, long until)
    {
        lock (_gate)
        {
            // All left meanwhile, and others came, who begin later.
            if (_position != after) return;

            _position = until;
            _queues.RemoveAll(queue => !writes.All(queue.Add));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The change log could not be read. It is tried again; subscribers wait meanwhile and miss nothing.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
