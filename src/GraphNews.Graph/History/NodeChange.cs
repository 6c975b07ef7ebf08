using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.History;

/// <summary>What one write did to one node.</summary>
internal sealed class NodeChange
{
    /// <summary>The graph version that the write made.</summary>
    public required long Version { get; init; }

    /// <summary>When, UTC.</summary>
    public required string At { get; init; }

    /// <summary>Who wrote.</summary>
    public required string Actor { get; init; }

    /// <summary>Why; null if not said.</summary>
    public required string? Reason { get; init; }

    /// <summary>The node's kind.</summary>
    public NodeKind Kind => Node.Kind;

    /// <summary>The node's opaque id, whether it still shows or not.</summary>
    public string ChangedId => NodeId.Encode(Node.Kind.ToString(), Node.Id);

    /// <summary>The node.</summary>
    public required NodeKey Node { get; init; }

    /// <summary>What changed of it.</summary>
    public required IReadOnlyList<FieldChange> Fields { get; init; }

    /// <summary>The citations that the write brought in for it, and itself if it is one.</summary>
    public required IReadOnlyList<NodeKey> Citations { get; init; }

    /// <summary>Its place in the log.</summary>
    [NotPublished]
    public required IReadOnlyList<object> Place { get; init; }
}

/// <summary>A value that a write changed.</summary>
/// <param name="Part">Which of the node's lists, such as <c>meetingTopics</c>, or <c>node</c> for its identity; null for its own fields.</param>
/// <param name="Field">Which field.</param>
/// <param name="OldValue">The value before, as JSON; null if there was none.</param>
/// <param name="NewValue">The value after, as JSON; null if there is none.</param>
internal sealed record FieldChange(string? Part, string Field, string? OldValue, string? NewValue);
