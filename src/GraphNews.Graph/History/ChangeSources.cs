using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.History;

/// <summary>By which sources writes asserted what they wrote.</summary>
internal static class ChangeSources
{
    /// <summary>Whether a page of changes shows its sources.</summary>
    public static bool AreAsked(ConnectionSelection page, ObjectBinding connection)
    {
        var change = ((PartField)connection.Field("nodes")).Target!;
        return page.Views.Any(view => view.For(change).Any(selection => selection.Field.Name == CamelCase.Of(nameof(NodeChange.Citations))));
    }

    /// <summary>The citations that writes brought in, by the write and the node that they are for; a new citation is one for itself, too.</summary>
    public static async Task<ILookup<(long Version, long Node), NodeKey>> OfAsync(
        GraphReader reader, IReadOnlyList<LoggedEntry> entries, CancellationToken cancel)
    {
        long[] nodes = [.. entries.Select(entry => entry.NodeId).Distinct()];
        long[] versions = [.. entries.Select(entry => entry.Version).Distinct()];
        var citations = await reader.AskAsync(
            (graph, token) => graph.Citations
                .Where(citation => (nodes.Contains(citation.SubjectId) || nodes.Contains(citation.Id)) && versions.Contains(citation.Node.CreatedVersion))
                .OrderBy(citation => citation.Id)
                .Select(citation => new { citation.Id, citation.SubjectId, Version = citation.Node.CreatedVersion })
                .ToListAsync(token),
            cancel).ConfigureAwait(false);
        return citations
            .SelectMany(citation => new[] { citation.SubjectId, citation.Id }.Select(node => (Place: (citation.Version, node), citation.Id)))
            .ToLookup(citation => citation.Place, citation => new NodeKey(NodeKind.Citation, citation.Id));
    }
}
