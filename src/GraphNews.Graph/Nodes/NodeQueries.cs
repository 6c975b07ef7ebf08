using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Nodes;

/// <summary>Finding any node by its id, and any entity by its slug. Relay: Global Object Identification.</summary>
[Extends("Query")]
internal static class NodeQueries
{
    /// <summary>One node.</summary>
    public static NodeLookup Node => NodeLookup.One;

    /// <summary>Several nodes, in the order of their ids.</summary>
    public static NodeLookup Nodes => NodeLookup.Many;

    /// <summary>The entity of a slug.</summary>
    public static NodeLookup Entity => NodeLookup.OfSlug;
}
