using GraphNews.Graph.Imports;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Changes;

/// <summary>
/// What an edit adds, until it is inserted: table by table, each after those that it refers to. It stays out of EF
/// Core's change tracker, which takes longer to take a row in than the database does.
/// </summary>
internal sealed class NewRows
{
    private readonly Dictionary<long, GraphRow> _rows = [];

    /// <summary>The rows of nodes and links by id.</summary>
    public IReadOnlyDictionary<long, GraphRow> Rows => _rows;

    /// <summary>The slugs of new entities, and new slugs of old ones.</summary>
    public List<Slug> Slugs { get; } = [];

    /// <summary>New notes of an import; nothing else of the edit looks at them.</summary>
    public List<ImportedRecord> Notes { get; } = [];

    /// <summary>A new node; null if there is none of that id.</summary>
    public Node? Node(long id) => (_rows.GetValueOrDefault(id) as NodeRow)?.Node;

    public void Add(GraphRow row) => _rows.Add(row.Id, row);

    /// <summary>Takes a new row back; whether it was one.</summary>
    public bool Remove(GraphRow row) => _rows.Remove(row.Id);

    /// <summary>Gives up what was not inserted.</summary>
    public void Clear()
    {
        _rows.Clear();
        Slugs.Clear();
        Notes.Clear();
    }

    /// <summary>Inserts the rows, saves what was changed or removed, and writes the change log of both.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="entries">What the change log says of it.</param>
    /// <param name="isLast">Whether nobody looks at the rows any more; otherwise EF Core tracks them from now on.</param>
    /// <param name="cancel">Cancels it.</param>
    public async Task InsertAsync(GraphEdit edit, IReadOnlyList<ChangeEntry> entries, bool isLast, CancellationToken cancel)
    {
        var byType = _rows.Values.ToLookup(row => row.GetType());
        foreach (var table in edit.Tables.Inserting)
        {
            IReadOnlyList<object> rows = table.ClrType == typeof(Node) ? [.. _rows.Values.OfType<NodeRow>().Select(row => row.Node)] : InOrder(table, [.. byType[table.ClrType]]);
            await InsertAsync(edit, table, rows, cancel).ConfigureAwait(false);
        }

        await InsertAsync(edit, Slugs, cancel).ConfigureAwait(false);
        if (!isLast)
        {
            foreach (var row in _rows.Values) edit.Context.Attach(row);
        }

        await edit.Context.SaveChangesAsync(cancel).ConfigureAwait(false);
        await InsertAsync(edit, entries, cancel).ConfigureAwait(false);
        await InsertAsync(edit, Notes, cancel).ConfigureAwait(false);
        Clear();
    }

    private static Task InsertAsync<T>(GraphEdit edit, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : class
        => InsertAsync(edit, edit.Context.Model.FindEntityType(typeof(T))!, rows, cancel);

    private static Task InsertAsync(GraphEdit edit, IEntityType table, IReadOnlyList<object> rows, CancellationToken cancel)
        => rows.Count == 0 ? Task.CompletedTask : edit.Storage.InsertAsync(edit.Context, edit.Tables.Insert(table), rows, cancel);

    /// <summary>Rows in the order in which they were added; one that is part of another of its table comes after that.</summary>
    private static List<GraphRow> InOrder(IEntityType table, List<GraphRow> rows)
    {
        var within = table.GetForeignKeys().FirstOrDefault(key => key.PrincipalEntityType == table && !key.Properties[0].IsPrimaryKey())?.Properties[0].GetGetter();
        if (within is null || rows.Count < 2) return rows;

        var byId = rows.ToDictionary(row => row.Id);
        var done = new HashSet<long>();
        var ordered = new List<GraphRow>(rows.Count);
        var path = new Stack<long>();
        foreach (var first in byId.Keys)
        {
            for (long? id = first; id is { } next && byId.ContainsKey(next) && done.Add(next); id = (long?)within.GetClrValue(byId[next])) path.Push(next);
            while (path.TryPop(out var next)) ordered.Add(byId[next]);
        }

        return ordered;
    }
}
