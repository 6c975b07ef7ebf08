using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Changes;

/// <summary>The rows that an edit adds or tracks, by id. Ids are unique across nodes and links.</summary>
internal sealed class EditedRows
{
    private readonly GraphDbContext _context;
    private readonly NewRows _new;
    private readonly Dictionary<long, EditedRow<GraphRow>> _rows = [];
    private readonly Dictionary<long, EditedRow<Node>> _nodes = [];

    public EditedRows(GraphEdit edit)
    {
        (_context, _new) = (edit.Context, edit.New);
        Detect();
        foreach (var entry in _context.ChangeTracker.Entries<GraphRow>()) _rows.Add(entry.Entity.Id, new(entry.Entity, entry));
        foreach (var entry in _context.ChangeTracker.Entries<Node>()) _nodes.Add(entry.Entity.Id, new(entry.Entity, entry));
    }

    /// <summary>Rows of the graph that are new, changed or removed.</summary>
    public IEnumerable<EditedRow<GraphRow>> Edited => New.Concat(_rows.Values.Where(row => row.IsEdited));

    /// <summary>Nodes that were there before and are changed.</summary>
    public IEnumerable<EditedRow<Node>> ChangedNodes => _nodes.Values.Where(node => node.IsChanged);

    /// <summary>All rows of one class that are not being removed.</summary>
    public IEnumerable<T> Of<T>()
        where T : GraphRow
        => _rows.Values.Where(row => !row.IsRemoved).Select(row => row.Row).Concat(_new.Rows.Values).OfType<T>();

    /// <summary>A row that is new or tracked; null if it is neither.</summary>
    public GraphRow? Row(long id) => _new.Rows.GetValueOrDefault(id) ?? _rows.GetValueOrDefault(id).Row;

    /// <summary>A node that is new or tracked; null if it is neither.</summary>
    public Node? Node(long id) => _new.Node(id) ?? _nodes.GetValueOrDefault(id).Row;

    /// <summary>Whether a row is new in this save.</summary>
    public bool IsNew(long id) => _new.Rows.ContainsKey(id);

    /// <summary>Finds what was edited since it was last looked for; in new rows there is nothing to compare.</summary>
    public void Detect()
    {
        foreach (var entry in _context.ChangeTracker.Entries().Where(e => e.State is EntityState.Unchanged or EntityState.Modified).ToList()) entry.DetectChanges();
    }

    /// <summary>Rows of one table by id, loaded where they are not here yet.</summary>
    public async Task<List<GraphRow>> FindAsync(RowTable table, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var missing = ids.Where(id => Row(id) is null).Distinct().ToList();
        if (missing.Count > 0) Track(await table.FindAsync(_context, missing, cancel).ConfigureAwait(false));
        return [.. ids.Distinct().Select(Row).OfType<GraphRow>()];
    }

    /// <summary>Rows that refer to one of the ids, in the database and in the edit.</summary>
    public async Task<List<GraphRow>> ReferringAsync(RowReference reference, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        Track(await reference.Table.ReferringAsync(_context, reference, ids, cancel).ConfigureAwait(false));
        return [.. _rows.Values.Where(row => !row.IsRemoved).Select(row => row.Row).Concat(_new.Rows.Values)
            .Where(row => row.GetType() == reference.Table.RowType && reference.Get(row) is { } id && ids.Contains(id))];
    }

    /// <summary>Which kinds of nodes the ids are; ids of no node are left out.</summary>
    public async Task<Dictionary<long, NodeKind>> KindsAsync(IEnumerable<long> ids, CancellationToken cancel)
    {
        var kinds = new Dictionary<long, NodeKind>();
        var missing = new List<long>();
        foreach (var id in ids.Distinct())
        {
            if (Node(id) is { } node) kinds[id] = node.Kind;
            else missing.Add(id);
        }

        foreach (var some in missing.Chunk(RowTable.KeysAtOnce))
        {
            var found = await _context.Nodes.AsNoTracking().Where(n => some.Contains(n.Id))
                .Select(n => new { n.Id, n.Kind }).ToListAsync(cancel).ConfigureAwait(false);
            foreach (var node in found) kinds[node.Id] = node.Kind;
        }

        return kinds;
    }

    private IEnumerable<EditedRow<GraphRow>> New => _new.Rows.Values.Select(row => new EditedRow<GraphRow>(row, null));

    private void Track(IEnumerable<GraphRow> rows)
    {
        foreach (var row in rows) _rows.TryAdd(row.Id, new(row, _context.Entry(row)));
    }
}
