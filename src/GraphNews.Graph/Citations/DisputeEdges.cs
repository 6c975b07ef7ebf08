using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Citations;

/// <summary>Edges that lead out of a dispute.</summary>
[Extends("Dispute")]
internal static class DisputeEdges
{
    /// <summary>The values that sources give.</summary>
    public static Edge Claims => Edge.To<Claim>(claim => claim.DisputeId);
}
