using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Changes;

/// <summary>One write: one transaction, one graph version.</summary>
public sealed class Change
{
    /// <summary>The version that the write made; the key.</summary>
    public long Version { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who wrote.</summary>
    public string Actor { get; set; } = null!;

    /// <summary>Why; null if not said.</summary>
    public string? Reason { get; set; }
}

/// <summary>One field of one row that a write changed.</summary>
public sealed class ChangeEntry
{
    /// <summary>The version that the write made.</summary>
    public long Version { get; set; }

    /// <summary>The place within the write, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>The node whose history this belongs to: the row itself, or the node that owns the link.</summary>
    public long NodeId { get; set; }

    /// <inheritdoc cref="NodeId"/>
    public Node Node { get; set; } = null!;

    /// <summary>The table's name.</summary>
    public string Table { get; set; } = null!;

    /// <summary>The row's id.</summary>
    public long RowId { get; set; }

    /// <summary>The column's name.</summary>
    public string Field { get; set; } = null!;

    /// <summary>The value before, as JSON; null if the row is new.</summary>
    public string? OldValue { get; set; }

    /// <summary>The value after, as JSON; null if the row is gone.</summary>
    public string? NewValue { get; set; }
}
