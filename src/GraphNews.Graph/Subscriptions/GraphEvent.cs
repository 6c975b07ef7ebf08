using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Subscriptions;

/// <summary>
/// Something that was written and that somebody subscribed to. It is answered by executing the subscription as a query
/// whose root it is. Source: GraphQL specification, "ExecuteSubscriptionEvent".
/// </summary>
public abstract class GraphEvent
{
    private protected GraphEvent(long version) => Version = version;

    /// <summary>The version that the write made.</summary>
    public long Version { get; }

    /// <summary>Whether what it tells of shows no more, or fits no more, at the version of its answer: then nobody is told.</summary>
    public bool IsGone { get; private protected set; }

    /// <summary>What the root field shows.</summary>
    /// <param name="root">The field with what is selected below.</param>
    /// <param name="open">Opens the snapshot of the answer; what the log alone tells needs none.</param>
    /// <param name="options">Page sizes.</param>
    /// <param name="cancel">Ends the reading.</param>
    internal abstract Task<object?> ShowAsync(Selection root, Func<CancellationToken, Task<GraphReader>> open, WalkOptions options, CancellationToken cancel);
}
