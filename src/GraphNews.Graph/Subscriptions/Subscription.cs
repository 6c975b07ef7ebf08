using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Subscriptions;

/// <summary>What a field of <c>Subscription</c> tells of: which writes mean something to whoever subscribed, and what they are shown.</summary>
internal abstract class Subscription
{
    /// <summary>The version after which it begins; null for what is written from now on, which is the same for all who ask the same.</summary>
    public virtual long? Since(IReadOnlyDictionary<string, object?> arguments) => null;

    /// <summary>Looks at the arguments before anything is waited for.</summary>
    /// <exception cref="Errors.GraphException">One of them is wrong.</exception>
    public abstract Task CheckAsync(GraphReader reader, Selection root, WalkOptions options, CancellationToken cancel);

    /// <summary>What a write means to whoever subscribed, in the order of the log.</summary>
    /// <param name="write">The write.</param>
    /// <param name="root">The field with its arguments.</param>
    /// <param name="log">Reads, where the write alone does not tell.</param>
    /// <param name="options">Page sizes.</param>
    /// <param name="cancel">Ends the reading.</param>
    public abstract Task<IReadOnlyList<GraphEvent>> MatchAsync(LoggedWrite write, Selection root, WriteLog log, WalkOptions options, CancellationToken cancel);
}
