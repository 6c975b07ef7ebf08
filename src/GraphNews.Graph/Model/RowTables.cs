using System.Collections.Concurrent;
using System.Collections.Frozen;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Model;

/// <summary>All tables of rows that can be hidden.</summary>
internal sealed class RowTables
{
    private readonly FrozenDictionary<Type, RowTable> _byType;
    private readonly FrozenDictionary<NodeKind, RowTable> _byKind;

    private readonly FrozenDictionary<Type, LoggedColumn[]> _logged;
    private readonly ConcurrentDictionary<Type, PreparedInsert> _inserts = [];

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
        _logged = model.GetEntityTypes().ToFrozenDictionary(t => t.ClrType, t => LoggedColumn.Of(t).ToArray());
    }

    /// <summary>All tables of the model, each after those that it refers to.</summary>
    public IReadOnlyList<IEntityType> Inserting { get; }

    /// <summary>What of a row the change log keeps.</summary>
    public IReadOnlyList<LoggedColumn> Logged(IEntityType table) => _logged[table.ClrType];

    /// <summary>The command that inserts rows into a table.</summary>
    public PreparedInsert Insert(GraphDbContext context, IEntityType table)
        => _inserts.GetOrAdd(table.ClrType, _ => new PreparedInsert(table, context.GetService<ISqlGenerationHelper>()));

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
