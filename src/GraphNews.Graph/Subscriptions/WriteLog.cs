using GraphNews.Graph.History;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Subscriptions;

/// <summary>Reads writes out of the change log, in the order of their versions, which have no gaps. The same statements for many as for one.</summary>
internal sealed class WriteLog(GraphOperations operations)
{
    /// <summary>The most writes that are read at once.</summary>
    private const int MostWrites = 100;

    /// <summary>The most entries of writes that are read at once, unless one write has more.</summary>
    private const int MostEntries = 20_000;

    /// <summary>A write of an editor has fewer entries; those of imports may have a hundred thousand, which nobody is to keep in memory.</summary>
    private const int MostKept = 1_000;

    /// <summary>Opens the graph as it stands.</summary>
    public Task<GraphReader> OpenAsync(CancellationToken cancel) => operations.OpenAsync(cancel);

    /// <summary>Reads the next writes.</summary>
    /// <param name="after">The version after which.</param>
    /// <param name="until">The version until which, at the most.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The writes, and the version until which they were read: lower where there are many, or where what is read lags behind.</returns>
    public async Task<(IReadOnlyList<LoggedWrite> Writes, long Until)> ReadAsync(long after, long until, CancellationToken cancel)
    {
        var reader = await operations.OpenAsync(cancel).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var stands = await GraphVersion.ReadAsync(reader, cancel).ConfigureAwait(false);
            until = Math.Min(Math.Min(until, stands), after + MostWrites);
            if (until <= after) return ([], after);

            var heads = await HeadsAsync(reader, after, until, cancel).ConfigureAwait(false);
            var (count, entries) = (0, 0);
            while (count < heads.Count && (count == 0 || entries + heads[count].Entries <= MostEntries)) entries += heads[count++].Entries;
            if (count < heads.Count)
            {
                heads.RemoveRange(count, heads.Count - count);
                until = heads[^1].Version;
            }

            return (entries == 0 ? [.. heads.Select(head => head.With([], []))] : await FillAsync(reader, after, until, heads, cancel).ConfigureAwait(false), until);
        }
    }

    private static Task<List<Head>> HeadsAsync(GraphReader reader, long after, long until, CancellationToken cancel)
        => reader.AskAsync(
            (graph, token) => graph.Changes.Where(change => change.Version > after && change.Version <= until).OrderBy(change => change.Version)
                .Select(change => new Head(
                    change.Version, change.At, change.Actor, change.Reason, graph.ChangeEntries.Count(entry => entry.Version == change.Version)))
                .ToListAsync(token),
            cancel);

    private static async Task<IReadOnlyList<LoggedWrite>> FillAsync(GraphReader reader, long after, long until, List<Head> heads, CancellationToken cancel)
    {
        var nodes = await reader.AskAsync(
            (graph, token) => graph.ChangeEntries.Where(entry => entry.Version > after && entry.Version <= until)
                .GroupBy(entry => new { entry.Version, entry.NodeId, entry.Node.Kind, entry.Node.CreatedVersion })
                .Select(node => new { node.Key.Version, node.Key.NodeId, node.Key.Kind, node.Key.CreatedVersion, Ordinal = node.Min(entry => entry.Ordinal) })
                .ToListAsync(token),
            cancel).ConfigureAwait(false);

        // Read once for subscribers of every role: texts of articles are told to none of them.
        long[] kept = [.. heads.Where(head => head.Entries is > 0 and <= MostKept).Select(head => head.Version)];
        var entries = kept.Length == 0
            ? []
            : await reader.AskAsync(
                (graph, token) => LoggedEntries.Of(graph, graph.ChangeEntries.Where(entry => kept.Contains(entry.Version)), showsText: false).ToListAsync(token), cancel).ConfigureAwait(false);
        var changes = (await LoggedEntries.ShowAsync(reader, entries, withSources: true, cancel).ConfigureAwait(false)).ToLookup(change => change.Version);

        var nodesOf = nodes.OrderBy(node => node.Ordinal).ToLookup(node => node.Version, node => new LoggedNode(node.Kind, node.NodeId, node.CreatedVersion == node.Version));
        return [.. heads.Select(head => head.With([.. nodesOf[head.Version]], head.Entries <= MostKept ? [.. changes[head.Version]] : null))];
    }

    private sealed record Head(long Version, DateTime At, string Actor, string? Reason, int Entries)
    {
        public LoggedWrite With(IReadOnlyList<LoggedNode> nodes, IReadOnlyList<NodeChange>? changes) => new(Version, At, Actor, Reason, nodes, changes);
    }
}
