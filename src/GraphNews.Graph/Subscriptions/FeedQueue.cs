using System.Threading.Channels;

namespace GraphNews.Graph.Subscriptions;

/// <summary>The writes that one follower has not taken yet. When there are too many the queue ends, and its follower reads on in the log.</summary>
/// <param name="start">The version after which the writes come.</param>
/// <param name="leave">Takes the queue out of the feed.</param>
internal sealed class FeedQueue(long start, Action<FeedQueue> leave) : IDisposable
{
    /// <summary>Each is a reference to what all followers share.</summary>
    private const int MostWrites = 100;

    private readonly Channel<LoggedWrite> _writes = Channel.CreateBounded<LoggedWrite>(new BoundedChannelOptions(MostWrites) { SingleReader = true, SingleWriter = true });

    /// <summary>The version after which the writes come.</summary>
    public long Start => start;

    /// <summary>Adds a write; false if there is no room, which ends the queue.</summary>
    public bool Add(LoggedWrite write)
    {
        if (_writes.Writer.TryWrite(write)) return true;

        _writes.Writer.TryComplete();
        return false;
    }

    /// <summary>The writes as they come, until the queue ends.</summary>
    public IAsyncEnumerable<LoggedWrite> ReadAsync(CancellationToken cancel) => _writes.Reader.ReadAllAsync(cancel);

    public void Dispose() => leave(this);
}
