using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Identity;

/// <summary>
/// What somebody judged of two nodes: who, when and why. Nodes are merged exactly where the standing judgements say that
/// they are the same; one that is undone is retracted, and the change log remembers it.
/// </summary>
public sealed class Judgement : NodeRow
{
    /// <summary>The node that stands for both if they are the same. It is the one that was judged, whatever was merged since.</summary>
    public long LeftId { get; set; }

    /// <inheritdoc cref="LeftId"/>
    public Node Left { get; set; } = null!;

    /// <summary>The other node. It is the one that was judged, whatever was merged since.</summary>
    public long RightId { get; set; }

    /// <inheritdoc cref="RightId"/>
    public Node Right { get; set; } = null!;

    /// <summary>What was judged.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>Who judged.</summary>
    public string JudgedBy { get; set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime JudgedAt { get; set; }

    /// <summary>Why; null if not said.</summary>
    public string? Reason { get; set; }
}
