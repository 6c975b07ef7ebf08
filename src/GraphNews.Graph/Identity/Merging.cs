using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Identity;

/// <summary>
/// Lets one node stand for another, and takes that back. Alike for all kinds: it goes over the references of the model.
/// Rows keep the reference that reading needs; what was said stays in <see cref="MovedReference"/>.
/// </summary>
internal sealed class Merging(GraphEdit edit)
{
    public async Task MergeAsync(long loserId, long winnerId, CancellationToken cancel)
    {
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        var loser = await edit.NodeAsync(loserId, cancel).ConfigureAwait(false);
        var winner = await edit.NodeAsync(winnerId, cancel).ConfigureAwait(false);
        if (winner.CanonicalId != winner.Id) winner = await edit.NodeAsync(winner.CanonicalId, cancel).ConfigureAwait(false);
        Check(loser, winner);

        // The step as it was said: if what is said of its winner is undone, this one goes with it.
        edit.Context.Merges.Add(new Merge { LoserId = loser.Id, WinnerId = winnerId, Version = edit.Version });
        var group = await edit.Context.Nodes.Where(n => n.CanonicalId == loser.Id).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var node in group) node.CanonicalId = winner.Id;

        var moved = await MovedAsync(group, cancel).ConfigureAwait(false);
        moved.AddRange(await RememberAsync(loser.Id, moved, cancel).ConfigureAwait(false));
        await PointAsync(moved, winner.Id, cancel).ConfigureAwait(false);
        await edit.SaveStepAsync(referencesAreSettled: true, isLast: false, cancel).ConfigureAwait(false);
    }

    public async Task UndoAsync(long loserId, CancellationToken cancel)
    {
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        var loser = await edit.NodeAsync(loserId, cancel).ConfigureAwait(false);
        var merge = await edit.Context.Merges.FindAsync([loserId], cancel).ConfigureAwait(false)
            ?? throw new GraphException(ErrorCodes.NotMerged, $"{loser.Kind} {loserId} is not merged into another.");

        var all = await edit.Context.Nodes.Where(n => n.CanonicalId == loser.CanonicalId).ToDictionaryAsync(n => n.Id, cancel).ConfigureAwait(false);
        var group = await MergedIntoAsync(loser, all, cancel).ConfigureAwait(false);
        edit.Context.Merges.Remove(merge);
        foreach (var node in group) node.CanonicalId = loserId;
        await PointAsync(await MovedAsync(group, cancel).ConfigureAwait(false), loserId, cancel).ConfigureAwait(false);
        await edit.SaveStepAsync(referencesAreSettled: true, isLast: false, cancel).ConfigureAwait(false);
    }

    /// <exception cref="GraphException">KINDS_DIFFER.</exception>
    public static void RequireOneKind(Node one, Node other)
    {
        if (one.Kind != other.Kind)
        {
            throw new GraphException(
                ErrorCodes.KindsDiffer, $"{one.Id} is of kind {one.Kind} and {other.Id} of kind {other.Kind}: only nodes of one kind can be the same.");
        }
    }

    private static void Check(Node loser, Node winner)
    {
        RequireOneKind(loser, winner);

        if (loser.CanonicalId != loser.Id || loser.Id == winner.Id)
        {
            throw new GraphException(
                ErrorCodes.AlreadyMerged, $"{loser.Kind} {loser.Id} is already the same as {(loser.Id == winner.Id ? winner.Id : loser.CanonicalId)}. Undo that first to judge otherwise.");
        }

        foreach (var node in new[] { loser, winner }.Where(n => n.RetractedVersion is not null))
            throw new GraphException(ErrorCodes.Retracted, $"{node.Kind} {node.Id} is retracted. Restore it first.");
    }

    // The loser and all that was merged into it, step by step.
    private async Task<List<Node>> MergedIntoAsync(Node loser, Dictionary<long, Node> all, CancellationToken cancel)
    {
        var ids = all.Keys.ToArray();
        var steps = await edit.Context.Merges.Where(m => ids.Contains(m.LoserId)).ToListAsync(cancel).ConfigureAwait(false);
        var into = steps.ToLookup(m => m.WinnerId, m => m.LoserId);
        var group = new List<Node> { loser };
        for (var i = 0; i < group.Count; i++) group.AddRange(into[group[i].Id].Select(id => all[id]));
        return group;
    }

    private async Task<List<MovedReference>> MovedAsync(List<Node> asserted, CancellationToken cancel)
    {
        var ids = asserted.Select(n => n.Id).ToArray();
        return await edit.Context.MovedReferences.Where(m => ids.Contains(m.AssertedId)).ToListAsync(cancel).ConfigureAwait(false);
    }

    private async Task<List<MovedReference>> RememberAsync(long loserId, List<MovedReference> moved, CancellationToken cancel)
    {
        var known = moved.Select(m => (m.Table, m.RowId, m.Field)).ToHashSet();
        var added = new List<MovedReference>();
        foreach (var reference in edit.Tables.All.SelectMany(t => t.References).Where(r => r.IsToNode))
        {
            foreach (var row in await reference.Table.ReferringAsync(edit.Context, reference, [loserId], cancel).ConfigureAwait(false))
            {
                if (!known.Contains((reference.Table.Name, row.Id, reference.Name)))
                    added.Add(new MovedReference { Table = reference.Table.Name, RowId = row.Id, Field = reference.Name, AssertedId = loserId });
            }
        }

        edit.Context.MovedReferences.AddRange(added);
        return added;
    }

    private async Task PointAsync(List<MovedReference> moved, long canonicalId, CancellationToken cancel)
    {
        foreach (var group in moved.GroupBy(m => m.Table))
        {
            var table = edit.Tables.ByName[group.Key];
            var rows = (await table.FindAsync(edit.Context, group.Select(m => m.RowId).Distinct(), cancel).ConfigureAwait(false)).ToDictionary(r => r.Id);
            foreach (var reference in group)
            {
                // Nothing is part of itself: such a reference is empty until the merge is undone.
                var row = rows[reference.RowId];
                table.References.Single(r => r.Name == reference.Field).Set(row, canonicalId == row.Id ? null : canonicalId);
                if (canonicalId == reference.AssertedId) edit.Context.MovedReferences.Remove(reference);
            }

            foreach (var row in rows.Values) RowEndsCheck.Require(table, row, ErrorCodes.MergeConflict);
        }
    }
}
