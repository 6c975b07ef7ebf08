namespace GraphNews.Graph.Changes;

/// <summary>
/// The newest version of the graph that this process knows of: of its own writes as soon as they are committed, of those
/// of others when <see cref="ChangeFollower"/> has found them. It only rises.
/// </summary>
public sealed class ChangeSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = NewSource();
    private long _newest;

    /// <summary>The version; 0 while none is known.</summary>
    public long Newest => Interlocked.Read(ref _newest);

    /// <summary>Says that a version was committed. One that is known already, or older, is no news.</summary>
    public void Announce(long version)
    {
        TaskCompletionSource passed;
        lock (_gate)
        {
            if (version <= _newest) return;
            Interlocked.Exchange(ref _newest, version);
            (passed, _next) = (_next, NewSource());
        }

        passed.SetResult();
    }

    /// <summary>Waits until a later version than this is known.</summary>
    /// <returns>The newest version.</returns>
    public async Task<long> AfterAsync(long version, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_newest > version) return _newest;
                next = _next.Task;
            }

            await next.WaitAsync(cancel).ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
