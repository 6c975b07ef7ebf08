using GraphNews.Graph.History;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Subscriptions;

/// <summary>One write as the change log has it, read once for all who follow.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who wrote.</param>
/// <param name="Reason">Why; null if not said.</param>
/// <param name="Nodes">The nodes that it changed, in the order of the log; empty if it derived values alone.</param>
/// <param name="Changes">What it did to each of them; null for a large write, of which that is read when somebody asks.</param>
internal sealed record LoggedWrite(
    long Version, DateTime At, string Actor, string? Reason, IReadOnlyList<LoggedNode> Nodes, IReadOnlyList<NodeChange>? Changes);

/// <summary>A node that a write changed.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsNew">Whether the write made it.</param>
internal readonly record struct LoggedNode(NodeKind Kind, long Id, bool IsNew);
