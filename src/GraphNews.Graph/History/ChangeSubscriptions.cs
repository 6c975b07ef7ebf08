using GraphNews.Graph.Binding;
using GraphNews.Graph.Subscriptions;

namespace GraphNews.Graph.History;

/// <summary>What is written, as it is written.</summary>
[Extends("Subscription")]
internal static class ChangeSubscriptions
{
    /// <summary>Nodes that a write changes, each on its own.</summary>
    public static Subscription NodeChanged => new ChangedNodes();

    /// <summary>Whole writes, from a version on.</summary>
    public static Subscription Changes => new WritesSince();
}
