using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Identity;

/// <summary>
/// That a node stands for another, which follows from judgements. Gone when it is undone; the change log remembers. Nodes keep
/// the end of the chain as <see cref="Nodes.Node.CanonicalId"/>; this keeps each step, so that steps are undone in any order.
/// </summary>
public sealed class Merge
{
    /// <summary>The node that is shown no more; the key, because a node is merged into one other at most.</summary>
    public long LoserId { get; set; }

    /// <inheritdoc cref="LoserId"/>
    public Node Loser { get; set; } = null!;

    /// <summary>The node that stands for it; it may itself have been merged later.</summary>
    public long WinnerId { get; set; }

    /// <inheritdoc cref="WinnerId"/>
    public Node Winner { get; set; } = null!;

    /// <summary>The graph version that merged them.</summary>
    public long Version { get; set; }
}
