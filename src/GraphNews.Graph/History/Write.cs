namespace GraphNews.Graph.History;

/// <summary>One write: one transaction, one version.</summary>
internal sealed class Write
{
    /// <summary>The graph version that it made.</summary>
    public required long Version { get; init; }

    /// <summary>When, UTC.</summary>
    public required string At { get; init; }

    /// <summary>Who wrote.</summary>
    public required string Actor { get; init; }

    /// <summary>Why; null if not said.</summary>
    public required string? Reason { get; init; }

    /// <summary>How many nodes it changed, of those kinds that are asked for.</summary>
    public required int ChangedCount { get; init; }

    /// <summary>What it did to the first of them.</summary>
    public required IReadOnlyList<NodeChange> Changes { get; init; }
}
