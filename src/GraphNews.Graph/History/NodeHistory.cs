using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.History;

/// <summary>What happened to nodes in the graph.</summary>
[Extends("Node")]
internal static class NodeHistory
{
    private static readonly Type[] _place = [typeof(long)];

    /// <summary>What each write did to a node, the latest first. The same statements for many nodes as for one.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> History(
        GraphReader reader, IReadOnlyList<long> nodes, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var request = PlainRequest.Of(ListRequest.MarkOf("Node.history", null, []), selection.Arguments, _place, options);
        long[] keys = [.. nodes];
        var entries = await reader.AskAsync(
            (graph, token) => LoggedEntries.Of(graph, graph.ChangeEntries.Where(entry => keys.Contains(entry.NodeId)), reader.ShowsText).ToListAsync(token), cancel).ConfigureAwait(false);
        var connection = ((MethodField)selection.Field).Target!;
        var withSources = ChangeSources.AreAsked(new ConnectionSelection(connection, selection.Children!), connection);
        var changes = (await LoggedEntries.ShowAsync(reader, entries, withSources, cancel).ConfigureAwait(false)).ToLookup(change => change.Node.Id);
        return nodes.ToDictionary(node => node, node => (object?)request
            .Cut([.. changes[node].OrderByDescending(change => change.Version)], (change, place) => change.Version < (long)place[0])
            .Show(change => change, change => [change.Version], request));
    }
}
