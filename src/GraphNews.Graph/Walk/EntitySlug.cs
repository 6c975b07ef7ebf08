using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Walk;

/// <summary>Which node a slug was given to, of whatever kind, and whatever has become of it.</summary>
internal static class EntitySlug
{
    /// <summary>The node; none if the slug was never given.</summary>
    public static async Task<IReadOnlyList<NodeKey>> FindAsync(GraphReader reader, string slug, CancellationToken cancel)
        => await reader.AskAsync(
            (graph, token) => graph.Slugs.AsNoTracking()
                .Where(given => given.Value == slug)
                .Select(given => new NodeKey(given.Node.Kind, given.NodeId))
                .ToListAsync(token),
            cancel).ConfigureAwait(false);
}
