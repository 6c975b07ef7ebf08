using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Citations;

/// <summary>Edges that lead out of a claim.</summary>
[Extends("Claim")]
internal static class ClaimEdges
{
    /// <summary>The citations that give the value.</summary>
    public static Edge Citations => Edge.To<Citation>(citation => citation.ClaimId);
}
