using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GraphNews.Graph.Changes;

/// <summary>The rows that an edit tracks, by id. Ids are unique across nodes and links.</summary>
internal sealed class EditedRows
{
    private readonly GraphDbContext _context;
    private readonly Dictionary<long, EntityEntry<GraphRow>> _rows = [];
    private readonly Dictionary<long, EntityEntry<Node>> _nodes = [];

    public EditedRows(GraphDbContext context)
    {
        _context = context;
        Detect();
        foreach (var entry in context.ChangeTracker.Entries<GraphRow>()) _rows.Add(entry.Entity.Id, entry);
        foreach (var entry in context.ChangeTracker.Entries<Node>()) _nodes.Add(entry.Entity.Id, entry);
    }

    /// <summary>Rows of the graph that are new, changed or removed.</summary>
    public IEnumerable<EntityEntry<GraphRow>> Edited => _rows.Values.Where(e => e.State != EntityState.Unchanged);

    /// <summary>Nodes that are new or changed.</summary>
    public IEnumerable<EntityEntry<Node>> EditedNodes => _nodes.Values.Where(e => e.State != EntityState.Unchanged);

    /// <summary>All tracked rows of one class that are not being removed.</summary>
    public IEnumerable<T> Of<T>()
        where T : GraphRow
        => _rows.Values.Where(e => e.State != EntityState.Deleted).Select(e => e.Entity).OfType<T>();

    /// <summary>A tracked row; null if it is not tracked.</summary>
    public GraphRow? Row(long id) => _rows.GetValueOrDefault(id)?.Entity;

    /// <summary>A tracked node; null if it is not tracked.</summary>
    public Node? Node(long id) => _nodes.GetValueOrDefault(id)?.Entity;

    /// <summary>Whether a row is new in this save.</summary>
    public bool IsNew(long id) => _rows.GetValueOrDefault(id)?.State == EntityState.Added;

    /// <summary>Finds what was edited since it was last looked for; in new rows there is nothing to compare.</summary>
    public void Detect()
    {
        foreach (var entry in _context.ChangeTracker.Entries().Where(e => e.State is EntityState.Unchanged or EntityState.Modified).ToList()) entry.DetectChanges();
    }

    /// <summary>Rows of one table by id, loaded where they are not tracked yet.</summary>
    public async Task<List<GraphRow>> FindAsync(RowTable table, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var missing = ids.Where(id => !_rows.ContainsKey(id)).Distinct().ToList();
        if (missing.Count > 0) Track(await table.FindAsync(_context, missing, cancel).ConfigureAwait(false));
        return [.. ids.Distinct().Select(Row).OfType<GraphRow>()];
    }

    /// <summary>Rows that refer to one of the ids, in the database and in the edit.</summary>
    public async Task<List<GraphRow>> ReferringAsync(RowReference reference, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        Track(await reference.Table.ReferringAsync(_context, reference, ids, cancel).ConfigureAwait(false));
        return [.. _rows.Values
            .Where(e => e.State != EntityState.Deleted && e.Metadata.ClrType == reference.Table.RowType)
            .Select(e => e.Entity)
            .Where(row => reference.Get(row) is { } id && ids.Contains(id))];
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

    private void Track(IEnumerable<GraphRow> rows)
    {
        foreach (var row in rows) _rows.TryAdd(row.Id, _context.Entry(row));
    }
}
