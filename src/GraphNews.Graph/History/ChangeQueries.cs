using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.History;

/// <summary>What was written, as the change log has it.</summary>
[Extends("Query")]
internal static class ChangeQueries
{
    private static readonly Type[] _place = [typeof(long), typeof(int)];

    /// <summary>What every write after a version did to each node, the earliest first.</summary>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c> or <c>INVALID_CURSOR</c>.</exception>
    public static async Task<PlainPage> Changes(GraphReader reader, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var since = (long)selection.Arguments["since"]!;
        var kinds = selection.Arguments.GetValueOrDefault("kinds") is IReadOnlyList<object?> given
            ? given.Cast<string>().Select(EnumNames.Parse<NodeKind>).Order().ToArray()
            : null;
        var request = PlainRequest.Of(
            ListRequest.MarkOf($"Query.changes {since} {(kinds is null ? "" : string.Join(',', kinds))}", null, []), selection.Arguments, _place, options);
        var connection = ((MethodField)selection.Field).Target!;
        var parts = new ConnectionSelection(connection, selection.Children!);

        var found = parts.NeedsRows ? await PlacesAsync(reader, since, kinds, request, cancel).ConfigureAwait(false) : [];
        var page = found.Take(request.Limit).ToList();
        var changes = page.Count == 0 ? [] : await ReadAsync(reader, page, ChangeSources.AreAsked(parts, connection), cancel).ConfigureAwait(false);
        var total = parts.NeedsCount
            ? await reader.AskAsync((graph, token) => Firsts(graph, since, kinds).CountAsync(token), cancel).ConfigureAwait(false)
            : 0;

        // The log loses nothing: what a cursor was given for is still before it.
        return new PlainPage(
            [.. changes.Select(change => ((object)change, (IReadOnlyList<object?>)change.Place))], found.Count > page.Count, request.After is not null, total, request.Mark);
    }

    /// <summary>The first entry of each node in each write, which stands for all of them.</summary>
    private static IQueryable<ChangeEntry> Firsts(GraphDbContext graph, long since, NodeKind[]? kinds)
    {
        var entries = graph.ChangeEntries.Where(entry => entry.Version > since
            && !graph.ChangeEntries.Any(other => other.NodeId == entry.NodeId && other.Version == entry.Version && other.Ordinal < entry.Ordinal));
        return kinds is null ? entries : entries.Where(entry => kinds.Contains(entry.Node.Kind));
    }

    private static Task<List<(long Version, long NodeId)>> PlacesAsync(
        GraphReader reader, long since, NodeKind[]? kinds, PlainRequest request, CancellationToken cancel)
        => reader.AskAsync(
            async (graph, token) =>
            {
                var firsts = Firsts(graph, since, kinds);
                if (request.After is [long version, int ordinal])
                    firsts = firsts.Where(entry => entry.Version >= version && (entry.Version > version || entry.Ordinal > ordinal));
                var rows = await firsts.OrderBy(entry => entry.Version).ThenBy(entry => entry.Ordinal).Take(request.Limit + 1)
                    .Select(entry => new { entry.Version, entry.NodeId }).ToListAsync(token).ConfigureAwait(false);
                return rows.ConvertAll(row => (row.Version, row.NodeId));
            },
            cancel);

    /// <summary>What some writes did to some nodes, in the order of the log.</summary>
    internal static async Task<IReadOnlyList<NodeChange>> ReadAsync(
        GraphReader reader, List<(long Version, long NodeId)> page, bool withSources, CancellationToken cancel)
    {
        long[] versions = [.. page.Select(found => found.Version).Distinct()];
        long[] nodes = [.. page.Select(found => found.NodeId).Distinct()];
        var entries = await reader.AskAsync(
            (graph, token) => LoggedEntries.Of(graph, graph.ChangeEntries.Where(entry => nodes.Contains(entry.NodeId) && versions.Contains(entry.Version)), reader.ShowsText).ToListAsync(token),
            cancel).ConfigureAwait(false);
        var asked = page.ToHashSet();
        return await LoggedEntries.ShowAsync(reader, [.. entries.Where(entry => asked.Contains((entry.Version, entry.NodeId)))], withSources, cancel).ConfigureAwait(false);
    }
}
