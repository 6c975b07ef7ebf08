using GraphNews.Graph.Identity;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Changes;

/// <summary>
/// Writes down what an edit changes: one entry for each field of each row of nodes, entities, facts, links and merges. A
/// new row has an entry for each value that is not null, a removed one likewise. Derived columns are left out.
/// </summary>
internal static class ChangeLog
{
    /// <summary>
    /// The entries of what is about to be saved; the first ones bring the change itself. The caller inserts them after the
    /// rows that they speak of.
    /// </summary>
    public static IReadOnlyList<ChangeEntry> Describe(GraphEdit edit, Ownership owners)
    {
        var first = edit.Entries == 0;
        var entries = new List<ChangeEntry>();
        foreach (var entry in edit.Context.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged))
        {
            if (Subject(entry, owners) is not { } subject) continue;
            var table = entry.Metadata.GetTableName()!;
            foreach (var (field, old, @new) in Fields(entry, edit.Tables))
            {
                entries.Add(new ChangeEntry
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
            }
        }

        if (first && entries.Count > 0) edit.Context.Changes.Add(edit.Change);
        return entries;
    }

    private static (long NodeId, long RowId)? Subject(EntityEntry entry, Ownership owners) => entry.Entity switch
    {
        NodeRow row => (row.Id, row.Id),
        GraphRow link => (owners.LinkOwners[link.Id], link.Id),
        Node node => (node.Id, node.Id),
        Merge merge => (merge.LoserId, merge.LoserId),
        _ => null,
    };

    private static IEnumerable<(string Field, string? Old, string? New)> Fields(EntityEntry entry, RowTables tables)
        => entry.State == EntityState.Modified ? Changed(entry, tables) : Whole(entry, tables);

    private static IEnumerable<(string Field, string? Old, string? New)> Whole(EntityEntry entry, RowTables tables)
    {
        foreach (var column in tables.Logged(entry.Metadata))
        {
            if (!column.IsWritten) continue;
            var json = ChangeValue.Json(column.Read(entry.Entity));
            if (ReferenceEquals(json, ChangeValue.Null)) continue;
            yield return entry.State == EntityState.Added ? (column.Property.Name, null, json) : (column.Property.Name, json, null);
        }
    }

    private static IEnumerable<(string Field, string? Old, string? New)> Changed(EntityEntry entry, RowTables tables)
    {
        foreach (var property in tables.Logged(entry.Metadata).Select(column => column.Property))
        {
            var (old, @new) = property is IComplexProperty date
                ? (ChangeValue.Date(entry.OriginalValues[Text(date)]), ChangeValue.Date(entry.CurrentValues[Text(date)]))
                : (ChangeValue.Json(entry.OriginalValues[(IProperty)property]), ChangeValue.Json(entry.CurrentValues[(IProperty)property]));
            if (old != @new) yield return (property.Name, old, @new);
        }
    }

    private static IProperty Text(IComplexProperty date) => date.ComplexType.FindProperty(nameof(Dates.PartialDate.Text))!;
}
