using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Network;

/// <summary>Finds the officials and agencies that arguments name by id or slug, as they stand after merges.</summary>
internal static class StandingNodes
{
    /// <summary>The official or agency that stands for each; null where none shows.</summary>
    /// <param name="reader">Reads the graph.</param>
    /// <param name="arguments">The field's arguments.</param>
    /// <param name="names">Which of them name one.</param>
    /// <param name="cancel">Ends the statement.</param>
    /// <exception cref="GraphException"><c>INVALID_ID</c>: one is neither an id nor a slug of an official or agency.</exception>
    public static async Task<IReadOnlyList<NodeKey?>> OfAsync(
        GraphReader reader, IReadOnlyDictionary<string, object?> arguments, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var given = names.Select(name => (string)arguments[name]!).ToList();
        var ids = given.Select(text => NodeId.TryDecode(text, out _, out var id) ? id : 0).Where(id => id != 0).ToList();
        var slugs = given.Where(text => !NodeId.TryDecode(text, out _, out _)).ToList();
        var found = await reader.AskAsync(
            (graph, token) => (from node in graph.Nodes
                               join standing in graph.Nodes on node.CanonicalId equals standing.Id

                               // Not one or the other: PostgreSQL would go through all nodes.
                               where graph.Nodes.Where(named => ids.Contains(named.Id)).Select(named => named.Id)
                                   .Concat(graph.Slugs.Where(slug => slugs.Contains(slug.Value)).Select(slug => slug.NodeId)).Contains(node.Id)
                               select new
                               {
                                   node.Id,
                                   node.Kind,
                                   node.CanonicalId,
                                   Shows = standing.RetractedVersion == null,
                                   Slugs = graph.Slugs.Where(slug => slug.NodeId == node.Id).Select(slug => slug.Value).ToList(),
                               }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return [.. given.Zip(names, (text, name) =>
        {
            var isId = NodeId.TryDecode(text, out var kind, out var id);
            var node = found.FirstOrDefault(node => isId ? node.Id == id && node.Kind == kind : node.Slugs.Contains(text));
            kind ??= node?.Kind;
            if (kind is not (NodeKind.Official or NodeKind.Agency) && (isId || node is not null || !Names.SlugText.IsSlug(text)))
                throw new GraphException(ErrorCodes.InvalidId, $"{name}: \"{NodeLookupIds.Shown(text)}\" is no id or slug of an official or agency.");
            return node is { Shows: true } ? new NodeKey(node.Kind, node.CanonicalId) : null;
        })];
    }
}
