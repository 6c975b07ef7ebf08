using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Model;

/// <summary>A column of a table that refers to a row of another, or of the same.</summary>
/// <param name="Table">The table that holds it.</param>
/// <param name="Property">The property that holds the id.</param>
/// <param name="Target">The table that it refers to; null if nodes of every kind are allowed.</param>
internal sealed record RowReference(RowTable Table, IProperty Property, RowTable? Target)
{
    /// <summary>The column's name.</summary>
    public string Name => Property.Name;

    /// <summary>Whether it may refer to nothing.</summary>
    public bool IsNullable => Property.IsNullable;

    /// <summary>Whether it refers to a node, and not to a link.</summary>
    public bool IsToNode => Target is null or { Kind: not null };

    /// <summary>The id that a row refers to; null if none.</summary>
    public long? Get(GraphRow row) => (long?)Property.GetGetter().GetClrValue(row);

    /// <summary>Lets a row refer to another id.</summary>
    public void Set(GraphRow row, long? id) => Property.PropertyInfo!.SetValue(row, id);
}
