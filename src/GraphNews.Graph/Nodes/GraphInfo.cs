namespace GraphNews.Graph.Nodes;

/// <summary>Where the graph stands.</summary>
/// <param name="Version">The version that the operation sees.</param>
/// <param name="Counts">How many nodes of each kind show; kinds without any are left out.</param>
internal sealed record GraphInfo(long Version, IReadOnlyList<KindCount> Counts);

/// <summary>How many nodes of a kind show.</summary>
internal sealed record KindCount(NodeKind Kind, int Count);
