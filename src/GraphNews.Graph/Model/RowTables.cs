using System.Collections.Frozen;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Model;

/// <summary>All tables of rows that can be hidden.</summary>
internal sealed class RowTables
{
    private readonly FrozenDictionary<Type, RowTable> _byType;
    private readonly FrozenDictionary<NodeKind, RowTable> _byKind;

    private readonly FrozenDictionary<Type, (string Table, LoggedColumn[] Columns)> _logged;
    private readonly FrozenDictionary<Type, InsertedTable> _inserted;

    public RowTables(IModel model)
    {
        _byType = model.GetEntityTypes()
            .Where(t => t.ClrType.IsAssignableTo(typeof(GraphRow)))
            .Select(t => (RowTable)Activator.CreateInstance(typeof(RowTable<>).MakeGenericType(t.ClrType), t)!)
            .ToFrozenDictionary(t => t.RowType);
        _byKind = _byType.Values.Where(t => t.Kind is not null).ToFrozenDictionary(t => t.Kind!.Value);
        foreach (var table in _byType.Values) table.Connect(_byType);
        ByName = _byType.Values.ToFrozenDictionary(t => t.Name);
        WrittenText = new WrittenText(this);
        Inserting = [.. InOrder(model)];
        _logged = model.GetEntityTypes().ToFrozenDictionary(t => t.ClrType, t => (t.GetTableName()!, LoggedColumn.Of(t).ToArray()));
        _inserted = model.GetEntityTypes().ToFrozenDictionary(t => t.ClrType, t => new InsertedTable(t));
    }

    /// <summary>All tables of the model, each after those that it refers to.</summary>
    public IReadOnlyList<IEntityType> Inserting { get; }

    /// <summary>The name of a row's table, and what of the row the change log keeps.</summary>
    public (string Table, LoggedColumn[] Columns) Logged(Type row) => _logged[row];

    /// <summary>How rows go into a table.</summary>
    public InsertedTable Insert(IEntityType table) => _inserted[table.ClrType];

    /// <summary>How strings are stored in them.</summary>
    public WrittenText WrittenText { get; }

    /// <summary>All tables.</summary>
    public IEnumerable<RowTable> All => _byType.Values;

    /// <summary>The tables by name.</summary>
    public FrozenDictionary<string, RowTable> ByName { get; }

    /// <summary>The table of a row.</summary>
    public RowTable this[GraphRow row] => _byType[row.GetType()];

    /// <summary>The table of a kind of node.</summary>
    public RowTable this[NodeKind kind] => _byKind[kind];

    private static IEnumerable<IEntityType> InOrder(IModel model)
    {
        var left = model.GetEntityTypes().OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.First(t => t.GetForeignKeys().All(key => key.PrincipalEntityType == t || !left.Contains(key.PrincipalEntityType)));
            left.Remove(next);
            yield return next;
        }
    }
}
