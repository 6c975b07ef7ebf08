namespace GraphNews.Server.Operations;

/// <summary>One subscription that runs for all who ask the same.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing that has to be given back.
internal sealed class SharedSubscription
#pragma warning restore CA1001
{
    private readonly Func<CancellationToken, Task<IAsyncEnumerable<StreamedAnswer>>> _begin;
    private readonly Action<SharedSubscription> _ended;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<SubscriberQueue> _queues = [];

    /// <param name="begin">Begins it: gives its answers, without end.</param>
    /// <param name="ended">Is told when it has ended by itself, before those who follow it are.</param>
    public SharedSubscription(Func<CancellationToken, Task<IAsyncEnumerable<StreamedAnswer>>> begin, Action<SharedSubscription> ended)
    {
        (_begin, _ended) = (begin, ended);
        _ = Task.Run(RunAsync);
    }

    /// <summary>Completes when it has begun, or fails with why it was refused.</summary>
    public Task Begun => _begun.Task;

    /// <summary>How many follow it.</summary>
    public int Subscribers
    {
        get
        {
            lock (_gate) return _queues.Count;
        }
    }

    /// <summary>Gives the answers from now on to a queue, too.</summary>
    public SubscriberQueue Join(SubscriberQueue queue)
    {
        lock (_gate) _queues.Add(queue);
        return queue;
    }

    /// <summary>Takes a queue out; whether it was the last.</summary>
    public bool Leave(SubscriberQueue queue)
    {
        lock (_gate) return _queues.Remove(queue) && _queues.Count == 0;
    }

    /// <summary>Ends it, down to the statement that runs.</summary>
    public void Stop() => _stop.Cancel();

    private async Task RunAsync()
    {
        try
        {
            var answers = await _begin(_stop.Token);
            _begun.TrySetResult();
            await foreach (var answer in answers.WithCancellation(_stop.Token)) Give(answer);
            End(null);
        }
        catch (Exception fault)
        {
            End(fault);
        }
    }

    private void Give(StreamedAnswer answer)
    {
        lock (_gate)
        {
            foreach (var queue in _queues) queue.Add(answer);
        }
    }

    private void End(Exception? fault)
    {
        _ended(this);
        if (fault is not null) _begun.TrySetException(fault);

        // Whoever waits for the beginning looks at it; if nobody does any more, nobody is to be told.
        _ = _begun.Task.Exception;
        lock (_gate)
        {
            foreach (var queue in _queues) queue.End(fault);
        }
    }
}
