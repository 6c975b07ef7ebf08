using GraphNews.Server.Settings;

namespace GraphNews.Server.Operations;

/// <summary>
/// The subscriptions that run. Those that ask the same run once, however many there are: each event is matched, executed
/// and written once, and its bytes go to all.
/// </summary>
internal sealed class SharedSubscriptions(StreamsSettings settings)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SubscriptionKey, SharedSubscription> _running = [];

    /// <summary>How many run.</summary>
    public int Running
    {
        get
        {
            lock (_gate) return _running.Count;
        }
    }

    /// <summary>How many follow one of them.</summary>
    public int Subscribers
    {
        get
        {
            lock (_gate) return _running.Values.Sum(subscription => subscription.Subscribers);
        }
    }

    /// <summary>Joins the subscription of a key, or begins it.</summary>
    /// <param name="key">What its answers depend on.</param>
    /// <param name="begin">Begins it: gives its answers, without end.</param>
    /// <param name="cancel">Ends the wait for its beginning.</param>
    /// <returns>The answers from now on. Whoever enumerates them and then disposes of the enumeration leaves.</returns>
    /// <exception cref="Graph.Errors.GraphException">It is refused.</exception>
    public async Task<IAsyncEnumerable<StreamedAnswer>> JoinAsync(
        SubscriptionKey key, Func<CancellationToken, Task<IAsyncEnumerable<StreamedAnswer>>> begin, CancellationToken cancel)
    {
        SharedSubscription subscription;
        SubscriberQueue queue;
        lock (_gate)
        {
            if (!_running.TryGetValue(key, out subscription!)) _running.Add(key, subscription = new SharedSubscription(begin, ended => Remove(key, ended)));
            queue = subscription.Join(new SubscriberQueue(settings.QueuedAnswers, left => Leave(key, subscription, left)));
        }

        try
        {
            await subscription.Begun.WaitAsync(cancel);
            return queue.ReadAsync(CancellationToken.None);
        }
        catch
        {
            queue.Leave();
            throw;
        }
    }

    /// <summary>The last one to leave ends it.</summary>
    private void Leave(SubscriptionKey key, SharedSubscription subscription, SubscriberQueue queue)
    {
        lock (_gate)
        {
            if (!subscription.Leave(queue)) return;
            if (_running.GetValueOrDefault(key) == subscription) _running.Remove(key);
        }

        subscription.Stop();
    }

    private void Remove(SubscriptionKey key, SharedSubscription ended)
    {
        lock (_gate)
        {
            if (_running.GetValueOrDefault(key) == ended) _running.Remove(key);
        }
    }
}
