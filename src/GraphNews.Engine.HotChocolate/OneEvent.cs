using HotChocolate.Execution;

namespace GraphNews.Engine;

/// <summary>
/// A stream of the one event that a request is executed for, or of none. The stream of events is the graph's: Hot Chocolate
/// executes each as a request of its own, within the time that one may take.
/// </summary>
internal sealed class OneEvent(object? happened) : ISourceStream
{
    public async IAsyncEnumerable<object?> ReadEventsAsync()
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        if (happened is not null) yield return happened;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
