using GraphNews.Graph.Dates;
using GraphNews.Graph.Identity;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Changes;

/// <summary>
/// Writes down what an edit changes: one entry for each field of each row of nodes, entities, facts, links and merges. A
/// new row has an entry for each value that is not null, a removed one likewise. Derived columns are left out.
/// </summary>
internal sealed class ChangeLog(GraphEdit edit, Ownership owners)
{
    private readonly List<ChangeEntry> _entries = [];

    /// <summary>
    /// The entries of what is about to be saved; the first ones bring the change itself. The caller inserts them after the
    /// rows that they speak of.
    /// </summary>
    public IReadOnlyList<ChangeEntry> Describe()
    {
        var first = edit.Entries == 0;
        foreach (var row in edit.New.Rows.Values)
        {
            AddWhole(row, isNew: true);
            if (row is NodeRow { Node: var node }) AddWhole(node, isNew: true);
        }

        foreach (var entry in edit.Context.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Deleted) AddWhole(entry.Entity, entry.State == EntityState.Added);
            else if (entry.State == EntityState.Modified) AddChanged(entry);
        }

        if (first && _entries.Count > 0) edit.Context.Changes.Add(edit.Change);
        return _entries;
    }

    private (long NodeId, long RowId)? Subject(object row) => row switch
    {
        NodeRow node => (node.Id, node.Id),
        GraphRow link => (owners.LinkOwners[link.Id], link.Id),
        Node node => (node.Id, node.Id),
        Merge merge => (merge.LoserId, merge.LoserId),
        _ => null,
    };

    private void AddWhole(object row, bool isNew)
    {
        if (Subject(row) is not { } subject) return;
        var (table, columns) = edit.Tables.Logged(row.GetType());
        foreach (var column in columns)
        {
            if (!column.IsWritten) continue;
            var json = ChangeValue.Json(column.Read(row));
            if (ReferenceEquals(json, ChangeValue.Null)) continue;
            Add(subject, table, column.Property.Name, isNew ? null : json, isNew ? json : null);
        }
    }

    private void AddChanged(EntityEntry entry)
    {
        if (Subject(entry.Entity) is not { } subject) return;
        var (table, columns) = edit.Tables.Logged(entry.Metadata.ClrType);
        foreach (var property in columns.Select(column => column.Property))
        {
            var (old, @new) = property is IComplexProperty date
                ? (ChangeValue.Date(entry.OriginalValues[Text(date)]), ChangeValue.Date(entry.CurrentValues[Text(date)]))
                : (ChangeValue.Json(entry.OriginalValues[(IProperty)property]), ChangeValue.Json(entry.CurrentValues[(IProperty)property]));
            if (old != @new) Add(subject, table, property.Name, old, @new);
        }
    }

    private void Add((long NodeId, long RowId) subject, string table, string field, string? old, string? @new) => _entries.Add(new ChangeEntry
    {
        Version = edit.Version,
        Ordinal = edit.Entries++,
        NodeId = subject.NodeId,
        Table = table,
        RowId = subject.RowId,
        Field = field,
        OldValue = old,
        NewValue = @new,
    });

    private static IProperty Text(IComplexProperty date) => date.ComplexType.FindProperty(nameof(PartialDate.Text))!;
}
