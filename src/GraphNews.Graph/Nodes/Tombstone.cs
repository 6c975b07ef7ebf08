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
    /// <summary>The tombstones of those of some nodes that are retracted, or merged into one that is.</summary>
    public static async Task<IReadOnlyDictionary<NodeKey, Tombstone>> FindAsync(GraphReader reader, IReadOnlyCollection<NodeKey> keys, CancellationToken cancel)
    {
        long[] ids = [.. keys.Select(key => key.Id)];
        var found = await reader.AskAsync(
            (graph, token) => (from node in graph.Nodes
                               join standing in graph.Nodes on node.CanonicalId equals standing.Id
                               join change in graph.Changes on standing.RetractedVersion equals change.Version
                               where ids.Contains(node.Id)
                               select new { Asked = node.Id, standing.Id, standing.Kind, change }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return found.ToDictionary(
            row => new NodeKey(row.Kind, row.Asked),
            row => new Tombstone(NodeId.Encode(row.Kind.ToString(), row.Id), row.Kind, row.change.Version, row.change.At, row.change.Actor, row.change.Reason));
    }
}
