using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Storage;

/// <summary>A table as rows go into it: the model's columns and converters, read without EF Core's change tracker.</summary>
public sealed class InsertedTable
{
    internal InsertedTable(IEntityType table)
    {
        Name = table.GetTableName()!;
        Columns = [.. InsertedColumn.Of(table)];
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>All of its columns.</summary>
    public IReadOnlyList<InsertedColumn> Columns { get; }
}

/// <summary>A column as rows go into it.</summary>
public sealed class InsertedColumn
{
    private InsertedColumn(string name, RelationalTypeMapping mapping, Func<object, object?> read)
        => (Name, Mapping, Read) = (name, mapping, read);

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>Its type in the database.</summary>
    public RelationalTypeMapping Mapping { get; }

    /// <summary>Its value in a row, as the model has it: an enum is a member, not yet its name.</summary>
    public Func<object, object?> Read { get; }

    /// <summary>Its value in a row, as the provider takes it; null if there is none.</summary>
    /// <param name="row">The row.</param>
    public object? ReadStored(object row)
        => Read(row) is not { } value ? null : Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;

    internal static IEnumerable<InsertedColumn> Of(IEntityType table)
    {
        var store = StoreObjectIdentifier.Table(table.GetTableName()!);
        foreach (var property in table.GetProperties())
            yield return new InsertedColumn(property.GetColumnName(store)!, property.GetRelationalTypeMapping(), property.GetGetter().GetClrValue);
        foreach (var property in table.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()))
            yield return new InsertedColumn(property.GetColumnName(store)!, property.GetRelationalTypeMapping(), property.GetGetter().GetClrValueUsingContainingEntity);
    }
}
