using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Identity;

/// <summary>What was judged of nodes and of those that they stand for.</summary>
[Extends("Node")]
internal static class NodeJudgements
{
    /// <summary>The judgements that stand, in the order in which they were made. One statement however many nodes are asked.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> Judgements(
        GraphReader reader, IReadOnlyList<long> nodes, WalkOptions options, CancellationToken cancel)
    {
        long[] keys = [.. nodes];
        var found = await reader.AskAsync(
            (graph, token) =>
            {
                var standing = graph.Judgements.Where(judgement => judgement.HiddenSince == null);
                var lefts = standing.Where(judgement => keys.Contains(judgement.Left.CanonicalId)).Select(judgement => new { Node = judgement.Left.CanonicalId, judgement.Id });
                var rights = standing.Where(judgement => keys.Contains(judgement.Right.CanonicalId)).Select(judgement => new { Node = judgement.Right.CanonicalId, judgement.Id });
                return lefts.Union(rights).ToListAsync(token);
            },
            cancel).ConfigureAwait(false);
        var judgements = found.ToLookup(one => one.Node, one => one.Id);
        return nodes.ToDictionary(node => node, object? (node) => judgements[node].Order().Take(options.MaxPageSize)
            .Select(id => new NodeKey(NodeKind.Judgement, id)).ToList());
    }
}
