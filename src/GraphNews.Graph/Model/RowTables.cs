using System.Collections.Frozen;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Model;

/// <summary>All tables of rows that can be hidden.</summary>
internal sealed class RowTables
{
    private readonly FrozenDictionary<Type, RowTable> _byType;
    private readonly FrozenDictionary<NodeKind, RowTable> _byKind;

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
    }

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
}
