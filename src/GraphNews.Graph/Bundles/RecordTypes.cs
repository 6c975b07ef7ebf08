using System.Collections.Frozen;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Bundles;

/// <summary>A type of record.</summary>
/// <param name="Kind">What it is about; the type's name is this kind's.</param>
/// <param name="NewRow">Makes an empty row.</param>
/// <param name="Fill">Reads the fields that are this type's own.</param>
internal sealed record RecordType(NodeKind Kind, Func<NodeRow> NewRow, Action<Draft, RecordFields> Fill)
{
    /// <summary>A type of record that fills rows of one type.</summary>
    public static RecordType Of<TRow>(NodeKind kind, Action<Draft, TRow, RecordFields> fill)
        where TRow : NodeRow, new()
        => new(kind, () => new TRow(), (draft, fields) => fill(draft, (TRow)draft.Row, fields));
}

/// <summary>All types of records by name.</summary>
internal static class RecordTypes
{
    /// <summary>The types; a record's <c>type</c> is the key.</summary>
    public static FrozenDictionary<string, RecordType> All { get; } =
        EntityRecords.All.Concat(FactRecords.All).ToFrozenDictionary(type => type.Kind.ToString(), StringComparer.Ordinal);

    /// <summary>The types of what mutations write: names, which records hold inside, are written by themselves too.</summary>
    public static FrozenDictionary<string, RecordType> Inputs { get; } =
        All.Values.Append(RecordType.Of<Name>(NodeKind.Name, FactRecords.FillName)).ToFrozenDictionary(type => type.Kind.ToString(), StringComparer.Ordinal);
}
