using System.Data;
using GraphNews.Graph.Model;
using GraphNews.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Tests.SqlServer;

/// <summary>Rows that a statement could have given, by the types of its columns.</summary>
/// <param name="count">How many rows.</param>
internal sealed class SampleRows(int count)
{
    private static readonly Lazy<IModel> Model = new(() =>
    {
        using var context = new Graph.GraphDbContext(SqlServerOptions.For("Server=nowhere;Database=nothing"));
        return context.Model;
    });

    public DataTable Answer(IReadOnlyList<(string? Name, TSqlType Type)> columns, bool ofOne)
    {
        var table = new DataTable();
        foreach (var (_, type) in columns) table.Columns.Add(new DataColumn { DataType = Clr(type) });

        // There is one row of the graph's state, and a written row answers for itself.
        var rows = columns.Any(column => column.Type.Table is "Graph") || columns is [{ Type.Column: null }] ? 1 : ofOne ? Math.Min(count, 1) : count;
        for (var row = 0; row < rows; row++) table.Rows.Add([.. columns.Select(column => Value(column.Type, row))]);
        return table;
    }

    private static Type Clr(TSqlType type) => type.Name switch
    {
        "bigint" => typeof(long),
        "int" => typeof(int),
        "float" => typeof(double),
        "numeric" => typeof(decimal),
        "bit" => typeof(bool),
        "date" => typeof(DateOnly),
        "datetime2" => typeof(DateTime),
        _ => typeof(string),
    };

    private static object Value(TSqlType type, int row) => type.Name switch
    {
        "bigint" when type.Column is "HiddenSince" or "RetractedVersion" => DBNull.Value,
        "bigint" => row + 1L,
        "int" => 1,
        "float" => 1.5,
        "numeric" => 1m,
        "bit" => true,
        "date" => new DateOnly(2025, 1, 28),
        "datetime2" => new DateTime(2025, 1, 28, 12, 0, 0, DateTimeKind.Utc),
        _ => Text(type, row),
    };

    private static object Text(TSqlType type, int row)
    {
        if (type.Column is null) return type.Constant ?? $"text {row}";
        if (type.Column.EndsWith("_Text", StringComparison.Ordinal)) return "2025-01-28";
        var property = Model.Value.GetEntityTypes().Single(table => table.GetTableName() == type.Table).FindProperty(type.Column);
        var clr = Nullable.GetUnderlyingType(property!.ClrType) ?? property.ClrType;
        return clr.IsEnum ? EnumNames.All(clr)[0] : $"{type.Column} {row}";
    }
}
