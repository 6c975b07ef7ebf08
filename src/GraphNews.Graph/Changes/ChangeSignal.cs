namespace GraphNews.Graph.Changes;

/// <summary>Wakes those who follow the change log when this process has written. Writes of other processes they look for.</summary>
public sealed class ChangeSignal
{
    private TaskCompletionSource _next = NewSource();

    /// <summary>Completes with the next write. To miss none: take it, then read the version, then await it.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Says that a write was committed.</summary>
    public void Announce() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
