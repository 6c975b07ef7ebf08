using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Network;

/// <summary>Follows ids to the nodes that stand for them after merges.</summary>
internal static class StandingNodes
{
    /// <summary>The node that stands for each key; keys that lead to no node that shows are left out.</summary>
    public static async Task<IReadOnlyDictionary<NodeKey, NodeKey>> OfAsync(GraphReader reader, IReadOnlyCollection<NodeKey> keys, CancellationToken cancel)
    {
        var found = await reader.AskAsync(
            (graph, token) => (from node in graph.Nodes
                               join standing in graph.Nodes on node.CanonicalId equals standing.Id
                               where keys.Select(key => key.Id).Contains(node.Id) && standing.RetractedVersion == null
                               select new { node.Id, node.Kind, node.CanonicalId }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return found.Where(node => keys.Contains(new NodeKey(node.Kind, node.Id)))
            .ToDictionary(node => new NodeKey(node.Kind, node.Id), node => new NodeKey(node.Kind, node.CanonicalId));
    }
}
