namespace GraphNews.Graph.Nodes;

/// <summary>
/// What every entity, fact and citation shares: its identity. The row of its kind has the same <see cref="Id"/>.
/// Names, texts, identifiers, citations and changes attach to a node's id.
/// </summary>
public sealed class Node
{
    /// <summary>The key, unique across all kinds; taken from <see cref="GraphState.NextNodeId"/>, never reused.</summary>
    public long Id { get; set; }

    /// <summary>What it is.</summary>
    public NodeKind Kind { get; set; }

    /// <summary>The node that stands for this one: itself, or the winner of a merge. Always flat.</summary>
    public long CanonicalId { get; set; }

    /// <summary>The graph version that created it.</summary>
    public long CreatedVersion { get; set; }

    /// <summary>
    /// The graph version that last changed it, its names, its identifiers, its citations, or a fact that it owns.
    /// </summary>
    public long UpdatedVersion { get; set; }

    /// <summary>The graph version that retracted it; null while it stands.</summary>
    public long? RetractedVersion { get; set; }
}
