using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Identity;

/// <summary>
/// A reference that a merge points at the winner, and where it was asserted to point. Rows hold the canonical
/// reference, so that reading needs no second step; this keeps what was said, so that undoing is exact.
/// </summary>
public sealed class MovedReference
{
    /// <summary>The table that holds the reference.</summary>
    public string Table { get; set; } = null!;

    /// <summary>The row that holds the reference.</summary>
    public long RowId { get; set; }

    /// <summary>The column that holds the reference.</summary>
    public string Field { get; set; } = null!;

    /// <summary>The node that the reference was asserted to point at.</summary>
    public long AssertedId { get; set; }

    /// <inheritdoc cref="AssertedId"/>
    public Node Asserted { get; set; } = null!;
}
