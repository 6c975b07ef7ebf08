using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Identity;

/// <summary>
/// Derives since when rows are hidden: since their own retraction or merge, or since the first of their ends was hidden,
/// whichever is earliest. It begins at what an edit changed and goes on to what hangs on it.
/// </summary>
internal sealed class Visibility(GraphEdit edit, EditedRows rows)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var begin = rows.Edited.Where(MayHaveChanged).Select(edited => edited.Row).ToList();
        foreach (var nodes in rows.ChangedNodes.Where(MayHaveChanged).Select(changed => changed.Row).ToList().GroupBy(n => n.Kind))
            begin.AddRange(await rows.FindAsync(edit.Tables[nodes.Key], [.. nodes.Select(n => n.Id)], cancel).ConfigureAwait(false));

        var next = begin.Distinct().ToList();
        while (next.Count > 0)
        {
            var changed = await DeriveAsync(next, cancel).ConfigureAwait(false);

            // Nothing hung on a new row before this save, and what hangs on it now is new too.
            next = await HangingOnAsync([.. changed.Where(row => !rows.IsNew(row.Id))], cancel).ConfigureAwait(false);
            next.AddRange(NewHangingOn([.. changed.Where(row => rows.IsNew(row.Id)).Select(row => row.Id)]));
        }
    }

    private bool MayHaveChanged(EditedRow<GraphRow> edited)
    {
        var ends = edit.Tables[edited.Row].Ends;
        return edited.IsNew ? ends.Count > 0 : edited.IsChanged && ends.Any(end => (long?)edited.Before(end.Property) != end.Get(edited.Row));
    }

    private static bool MayHaveChanged(EditedRow<Node> changed)
        => (long?)changed.Before(nameof(Node.RetractedVersion)) != changed.Row.RetractedVersion
            || (long)changed.Before(nameof(Node.CanonicalId))! != changed.Row.CanonicalId;

    /// <summary>Derives rows anew; gives those that came out differently.</summary>
    private async Task<List<GraphRow>> DeriveAsync(List<GraphRow> some, CancellationToken cancel)
    {
        var own = await OwnAsync(some, cancel).ConfigureAwait(false);
        var ends = await EndsAsync(some, cancel).ConfigureAwait(false);
        var changed = new List<GraphRow>();
        foreach (var row in some)
        {
            var reasons = edit.Tables[row].Ends.Select(end => end.Get(row) is { } id ? Since(ends, id) : null).Append(Since(own, row.Id));
            var since = reasons.Min();
            if (row.HiddenSince == since) continue;
            row.HiddenSince = since;
            RowEndsCheck.Require(edit.Tables[row], row, ErrorCodes.MergeConflict);
            changed.Add(row);
        }

        return changed;
    }

    private static long? Since(Dictionary<long, long> hidden, long id) => hidden.TryGetValue(id, out var since) ? since : null;

    private async Task<Dictionary<long, long>> OwnAsync(List<GraphRow> some, CancellationToken cancel)
    {
        var own = new Dictionary<long, long>();
        foreach (var ids in some.OfType<NodeRow>().Select(r => r.Id).Where(id => !rows.IsNew(id)).Chunk(RowTable.KeysAtOnce))
        {
            // Tracked, so that what this edit changed counts.
            var nodes = await edit.Context.Nodes.Where(n => ids.Contains(n.Id) && (n.RetractedVersion != null || n.CanonicalId != n.Id))
                .ToListAsync(cancel).ConfigureAwait(false);
            foreach (var node in nodes.Concat(ids.Select(rows.Node).OfType<Node>()).Distinct())
            {
                if (node.RetractedVersion is { } retracted) own[node.Id] = retracted;
                else if (node.CanonicalId != node.Id) own[node.Id] = (await edit.Context.Merges.FindAsync([node.Id], cancel).ConfigureAwait(false))!.Version;
            }
        }

        return own;
    }

    private async Task<Dictionary<long, long>> EndsAsync(List<GraphRow> some, CancellationToken cancel)
    {
        var hidden = new Dictionary<long, long>();
        var missing = new Dictionary<RowTable, HashSet<long>>();
        var missingNodes = new HashSet<long>();
        foreach (var row in some)
        {
            foreach (var end in edit.Tables[row].Ends)
            {
                if (end.Get(row) is not { } id) continue;
                if (rows.Row(id) is { } tracked)
                {
                    if (tracked.HiddenSince is { } since) hidden[id] = since;
                }
                else if (end.Target is null)
                {
                    missingNodes.Add(id);
                }
                else
                {
                    Ids(missing, end.Target).Add(id);
                }
            }
        }

        foreach (var (id, kind) in await rows.KindsAsync(missingNodes, cancel).ConfigureAwait(false)) Ids(missing, edit.Tables[kind]).Add(id);
        foreach (var (table, ids) in missing)
        {
            foreach (var (id, since) in await table.HiddenAsync(edit.Context, ids, cancel).ConfigureAwait(false)) hidden[id] = since;
        }

        return hidden;
    }

    private static HashSet<long> Ids(Dictionary<RowTable, HashSet<long>> byTable, RowTable table)
    {
        if (!byTable.TryGetValue(table, out var ids)) byTable.Add(table, ids = []);
        return ids;
    }

    private async Task<List<GraphRow>> HangingOnAsync(List<GraphRow> ends, CancellationToken cancel)
    {
        var hanging = new HashSet<GraphRow>();
        foreach (var group in ends.GroupBy(row => edit.Tables[row]))
        {
            var ids = group.Select(row => row.Id).ToHashSet();
            foreach (var reference in edit.Tables.All.SelectMany(t => t.Ends).Where(end => end.Target == group.Key || (end.Target is null && group.Key.Kind is not null)))
                hanging.UnionWith(await rows.ReferringAsync(reference, ids, cancel).ConfigureAwait(false));
        }

        return [.. hanging];
    }

    private IEnumerable<GraphRow> NewHangingOn(HashSet<long> ends)
        => ends.Count == 0
            ? []
            : rows.Edited.Select(edited => edited.Row).Where(row => edit.Tables[row].Ends.Any(end => end.Get(row) is { } id && ends.Contains(id)));
}
