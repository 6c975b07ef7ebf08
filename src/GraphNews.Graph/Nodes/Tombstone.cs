using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Nodes;

/// <summary>What is left of a node that was retracted.</summary>
/// <param name="Id">The node's opaque id.</param>
/// <param name="Kind">What it was.</param>
/// <param name="RetractedVersion">The version that retracted it.</param>
/// <param name="RetractedAt">When, UTC.</param>
/// <param name="RetractedBy">Who.</param>
/// <param name="Reason">Why; null if not said.</param>
internal sealed record Tombstone(string Id, NodeKind Kind, long RetractedVersion, DateTime RetractedAt, string RetractedBy, string? Reason)
{
    /// <summary>The tombstones of those of some nodes that are retracted, by their ids.</summary>
    public static Task<Dictionary<long, Tombstone>> FindAsync(GraphReader reader, IReadOnlyCollection<long> ids, CancellationToken cancel)
        => reader.AskAsync(
            (graph, token) => graph.Nodes.Where(node => ids.Contains(node.Id) && node.RetractedVersion != null)
                .Join(graph.Changes, node => node.RetractedVersion, change => change.Version, (node, change) => new { node.Id, node.Kind, change })
                .ToDictionaryAsync(
                    row => row.Id,
                    row => new Tombstone(
                        NodeId.Encode(row.Kind.ToString(), row.Id), row.Kind, row.change.Version, row.change.At, row.change.Actor, row.change.Reason),
                    token),
            cancel);
}
