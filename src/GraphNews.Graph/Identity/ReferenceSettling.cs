using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Identity;

/// <summary>
/// Checks the references that an edit sets, and lets those to merged nodes point at what stands for them; what was said
/// is remembered as a <see cref="MovedReference"/>.
/// </summary>
internal sealed class ReferenceSettling(GraphEdit edit, EditedRows rows)
{
    private readonly Dictionary<(string Table, long RowId, string Field), MovedReference> _moved = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        var edited = rows.Edited.ToList();
        var set = edited.Where(row => !row.IsRemoved).SelectMany(SetReferences).ToList();
        await FindMovedAsync(set.Where(s => !s.IsNew).Select(s => (s.Reference.Table.Name, s.Row.Id)), cancel).ConfigureAwait(false);
        var said = set.Where(s => s.Reference.IsToNode).Select(s => s.Reference.Get(s.Row)).OfType<long>().Distinct();
        var targets = await TargetsAsync(said, cancel).ConfigureAwait(false);
        foreach (var (row, reference, _) in set)
        {
            Settle(row, reference, targets);
            RowEndsCheck.Require(reference.Table, row, ErrorCodes.BadReference);
        }

        var removed = edited.Where(row => row.IsRemoved).ToList();
        await FindMovedAsync(removed.Select(gone => (edit.Tables[gone.Row].Name, gone.Row.Id)), cancel).ConfigureAwait(false);
        edit.Context.MovedReferences.RemoveRange(_moved.Values.Where(m => removed.Exists(gone => gone.Row.Id == m.RowId)));
    }

    private IEnumerable<(GraphRow Row, RowReference Reference, bool IsNew)> SetReferences(EditedRow<GraphRow> edited)
    {
        foreach (var reference in edit.Tables[edited.Row].References)
        {
            if ((long?)edited.Before(reference.Property) != reference.Get(edited.Row)) yield return (edited.Row, reference, edited.IsNew);
        }
    }

    private async Task<Dictionary<long, Node>> TargetsAsync(IEnumerable<long> ids, CancellationToken cancel)
    {
        var targets = new Dictionary<long, Node>();
        var missing = new List<long>();
        foreach (var id in ids)
        {
            if (rows.Node(id) is { } node) targets[id] = node;
            else missing.Add(id);
        }

        foreach (var some in missing.Chunk(RowTable.KeysAtOnce))
        {
            var found = await edit.Context.Nodes.AsNoTracking().Where(n => some.Contains(n.Id)).ToListAsync(cancel).ConfigureAwait(false);
            foreach (var node in found) targets[node.Id] = node;
        }

        return targets;
    }

    private void Settle(GraphRow row, RowReference reference, Dictionary<long, Node> targets)
    {
        if (!reference.IsToNode) return;
        var key = (Table: reference.Table.Name, RowId: row.Id, Field: reference.Name);
        var said = reference.Get(row);
        var canonical = said is null ? null : (long?)Target(reference, said.Value, targets).CanonicalId;
        if (canonical == row.Id)
            throw new GraphException(ErrorCodes.BadReference, $"{reference.Table.Name}.{reference.Name} of {row.Id} refers to the row itself.");

        if (canonical == said)
        {
            // What was said before counts no more.
            if (_moved.Remove(key, out var old)) edit.Context.MovedReferences.Remove(old);
            return;
        }

        reference.Set(row, canonical);
        if (_moved.TryGetValue(key, out var moved)) moved.AssertedId = said!.Value;
        else edit.Context.MovedReferences.Add(new MovedReference { Table = key.Table, RowId = key.RowId, Field = key.Field, AssertedId = said!.Value });
    }

    private static Node Target(RowReference reference, long said, Dictionary<long, Node> targets)
    {
        var expected = reference.Target?.Kind;
        return targets.TryGetValue(said, out var node) && (expected is null || node.Kind == expected)
            ? node
            : throw new GraphException(
                ErrorCodes.BadReference,
                $"{reference.Table.Name}.{reference.Name} refers to {said}, which is no {(expected is null ? "node" : expected.ToString())}.");
    }

    private async Task FindMovedAsync(IEnumerable<(string Table, long Id)> of, CancellationToken cancel)
    {
        foreach (var group in of.Distinct().GroupBy(r => r.Table, r => r.Id))
        {
            foreach (var some in group.Chunk(RowTable.KeysAtOnce))
            {
                var found = await edit.Context.MovedReferences.Where(m => m.Table == group.Key && some.Contains(m.RowId))
                    .ToListAsync(cancel).ConfigureAwait(false);
                foreach (var moved in found) _moved[(moved.Table, moved.RowId, moved.Field)] = moved;
            }
        }
    }
}
