using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Changes;

/// <summary>
/// Inserts what an edit adds, table by table, each after those that it refers to. EF Core then takes the rows as
/// saved, and saves what was changed or removed.
/// </summary>
internal static class NewRows
{
    public static async Task InsertAsync(GraphEdit edit, IReadOnlyList<ChangeEntry> entries, CancellationToken cancel)
    {
        var added = edit.Context.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToLookup(entry => entry.Metadata);
        foreach (var table in edit.Tables.Inserting.Where(added.Contains))
        {
            await edit.Tables.Insert(edit.Context, table).RunAsync(edit.Context, InOrder(table, [.. added[table]]), cancel).ConfigureAwait(false);
            foreach (var entry in added[table]) entry.State = EntityState.Unchanged;
        }

        await edit.Context.SaveChangesAsync(cancel).ConfigureAwait(false);
        await InsertAllAsync(edit, entries, cancel).ConfigureAwait(false);
        await InsertAllAsync(edit, edit.Notes, cancel).ConfigureAwait(false);
        edit.Notes.Clear();
    }

    private static async Task InsertAllAsync<T>(GraphEdit edit, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return;
        var table = edit.Context.Model.FindEntityType(typeof(T))!;
        await edit.Tables.Insert(edit.Context, table).RunAsync(edit.Context, rows, cancel).ConfigureAwait(false);
    }

    /// <summary>Rows in the order of their ids; a row that is part of another of its table comes after that.</summary>
    private static IEnumerable<object> InOrder(IEntityType table, List<EntityEntry> rows)
    {
        var within = table.GetForeignKeys().Where(key => key.PrincipalEntityType == table && !key.Properties[0].IsPrimaryKey()).Select(key => key.Properties[0]).ToList();
        if (within.Count == 0 || table.ClrType == typeof(Nodes.Node)) return rows.Select(entry => entry.Entity);

        var key = table.FindPrimaryKey()!.Properties[0].GetGetter();
        var byId = rows.ToDictionary(entry => (long)key.GetClrValue(entry.Entity)!, entry => entry.Entity);
        var done = new HashSet<long>();
        var ordered = new List<object>(rows.Count);
        var path = new Stack<long>();
        foreach (var first in byId.Keys)
        {
            for (long? id = first; id is { } next && byId.ContainsKey(next) && done.Add(next); id = Above(byId[next])) path.Push(next);
            while (path.TryPop(out var next)) ordered.Add(byId[next]);
        }

        return ordered;

        long? Above(object row) => (long?)within[0].GetGetter().GetClrValue(row);
    }
}
