using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Network;

/// <summary>The citations of many facts.</summary>
internal static class FactCitations
{
    /// <summary>The keys of the citations of each fact, in the order of their ids.</summary>
    public static async Task<ILookup<long, NodeKey>> OfAsync(GraphReader reader, IReadOnlyCollection<long> facts, CancellationToken cancel)
    {
        long[] ids = [.. facts.Distinct()];
        var found = ids.Length == 0
            ? []
            : await reader.AskAsync(
                (graph, token) => graph.Citations.Where(citation => citation.HiddenSince == null && ids.Contains(citation.SubjectId))
                    .OrderBy(citation => citation.Id).Select(citation => new { citation.SubjectId, citation.Id }).ToListAsync(token),
                cancel).ConfigureAwait(false);
        return found.ToLookup(citation => citation.SubjectId, citation => new NodeKey(NodeKind.Citation, citation.Id));
    }
}
