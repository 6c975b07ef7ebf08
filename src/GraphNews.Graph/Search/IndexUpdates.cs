using System.Diagnostics;
using System.Globalization;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Search;

/// <summary>Brings an index to the newest version of the graph: entity by entity after the change log, or all anew.</summary>
internal sealed class IndexUpdates(IGraphStorage storage, SearchIndex index)
{
    private IndexStamp? _from = index.Committed;

    /// <summary>The version that the index shows; 0 before it was brought to one.</summary>
    public long Version { get; private set; }

    /// <summary>Catches up with the graph.</summary>
    /// <returns>What was built, if the index had to be built anew.</returns>
    public async Task<IndexBuild?> CatchUpAsync(CancellationToken cancel)
    {
        var snapshot = await storage.BeginReadAsync(cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var graph = snapshot.Context;
            var version = await graph.GraphStates.Select(state => state.Version).SingleAsync(cancel).ConfigureAwait(false);
            var stamp = await IndexStamp.OfAsync(graph, version, cancel).ConfigureAwait(false);
            if (await MisfitAsync(graph, _from, stamp, cancel).ConfigureAwait(false) is { } reason)
            {
                var started = Stopwatch.GetTimestamp();
                _from = null;
                var entities = await BuildAsync(graph, cancel).ConfigureAwait(false);
                Show(stamp);
                index.Commit();
                return new IndexBuild(entities, version, Stopwatch.GetElapsedTime(started), reason);
            }

            var from = _from!.Version;
            await FollowAsync(graph, from, version, cancel).ConfigureAwait(false);
            Show(stamp);
            if (await Written(graph, from, version).AnyAsync(entry => entry.OldValue == ChangeValue.Redacted, cancel).ConfigureAwait(false)) index.Forget();
            return null;
        }
    }

    private void Show(IndexStamp stamp)
    {
        index.Show(stamp);
        (_from, Version) = (stamp, stamp.Version);
    }

    private static IQueryable<ChangeEntry> Written(GraphDbContext graph, long after, long until)
        => graph.ChangeEntries.Where(entry => entry.Version > after && entry.Version <= until);

    /// <summary>Why the index cannot be brought forward from where it stands; null if it can.</summary>
    private static async Task<string?> MisfitAsync(GraphDbContext graph, IndexStamp? from, IndexStamp stamp, CancellationToken cancel)
    {
        if (from is null) return "there was none";
        if (from.Format != stamp.Format) return "it had the format of another release";
        if (from.Version > stamp.Version) return "it was ahead of the graph";

        // A graph that was not written by versions has no log to follow.
        var then = await IndexStamp.OfAsync(graph, from.Version, cancel).ConfigureAwait(false);
        return then == from && then.Write.Length > 0 ? null : "it was of another graph";
    }

    private async Task<int> BuildAsync(GraphDbContext graph, CancellationToken cancel)
    {
        index.Clear();
        var reader = new ContentReader(graph);
        var entities = 0;
        IReadOnlyList<long> page = [];
        do
        {
            page = await reader.PageAsync(page.Count == 0 ? 0 : page[^1], cancel).ConfigureAwait(false);
            foreach (var content in await reader.ReadAsync(page, cancel).ConfigureAwait(false))
            {
                index.Put(content);
                entities++;
            }
        }
        while (page.Count == RowTable.KeysAtOnce);

        return entities;
    }

    /// <summary>Puts what the writes after a version, up to another, may have changed.</summary>
    internal async Task FollowAsync(GraphDbContext graph, long after, long until, CancellationToken cancel)
    {
        var reader = new ContentReader(graph);
        foreach (var some in (await TouchedAsync(graph, after, until, cancel).ConfigureAwait(false)).Chunk(RowTable.KeysAtOnce))
        {
            var missing = some.ToHashSet();
            foreach (var content in await reader.ReadAsync(some, cancel).ConfigureAwait(false))
            {
                index.Put(content);
                missing.Remove(content.Id);
            }

            foreach (var id in missing) index.Remove(id);
        }
    }

    /// <summary>The nodes whose names, texts or standing may have changed: what the log names, both ends of what moved, and what names, participations and citations belong to.</summary>
    private static async Task<HashSet<long>> TouchedAsync(GraphDbContext graph, long after, long until, CancellationToken cancel)
    {
        var entries = Written(graph, after, until);
        var touched = (await entries.Select(entry => entry.NodeId).Distinct().ToListAsync(cancel).ConfigureAwait(false)).ToHashSet();
        var moved = await entries.Where(entry => entry.Field == nameof(Node.CanonicalId) || entry.Field == nameof(Name.SubjectId) || entry.Field == nameof(Participation.MeetingId) || entry.Field == nameof(Citation.ArticleId))
            .Select(entry => new { entry.OldValue, entry.NewValue }).ToListAsync(cancel).ConfigureAwait(false);
        touched.UnionWith(moved.SelectMany(entry => new[] { entry.OldValue, entry.NewValue })
            .Where(value => value is not (null or "null")).Select(value => long.Parse(value!, CultureInfo.InvariantCulture)));

        foreach (var some in touched.ToList().Chunk(RowTable.KeysAtOnce))
        {
            touched.UnionWith(await graph.Names.Where(name => some.Contains(name.Id)).Select(name => name.SubjectId).ToListAsync(cancel).ConfigureAwait(false));
            touched.UnionWith(await graph.Participations.Where(part => some.Contains(part.Id)).Select(part => part.MeetingId).ToListAsync(cancel).ConfigureAwait(false));
            touched.UnionWith(await graph.Citations.Where(citation => some.Contains(citation.Id)).Select(citation => citation.ArticleId).ToListAsync(cancel).ConfigureAwait(false));
            touched.UnionWith(await graph.Nodes.Where(node => some.Contains(node.Id)).Select(node => node.CanonicalId).ToListAsync(cancel).ConfigureAwait(false));
        }

        // Citations that a retraction or a merge hides, or brings back, are not in the log one by one; their versions rise.
        if (await entries.AnyAsync(entry => entry.Field == nameof(Node.RetractedVersion) || entry.Field == nameof(Node.CanonicalId), cancel).ConfigureAwait(false))
        {
            touched.UnionWith(await graph.Citations.Where(citation => citation.Node.UpdatedVersion > after && citation.Node.UpdatedVersion <= until)
                .Select(citation => citation.ArticleId).Distinct().ToListAsync(cancel).ConfigureAwait(false));
        }

        return touched;
    }
}

/// <summary>An index that was built anew.</summary>
internal sealed record IndexBuild(int Entities, long Version, TimeSpan Elapsed, string Reason);
