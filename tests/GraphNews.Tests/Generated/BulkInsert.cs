using System.Data.Common;
using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Tests.Generated;

/// <summary>Writes many rows with one prepared command a table: plain ADO.NET, the columns and converters of the model.</summary>
internal static class BulkInsert
{
    public static async Task RunAsync<TRow>(GraphDbContext context, IEnumerable<TRow> rows)
        where TRow : class
    {
        var table = context.Model.FindEntityType(typeof(TRow))!;
        var columns = Columns(table).ToList();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) " +
            $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        foreach (var (column, i) in columns.Select((column, i) => (column, i)))
            command.Parameters.Add(column.Mapping.CreateParameter(command, $"@p{i}", null, nullable: true));

        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                // A parameter of the mapping's own making holds the value as the provider stores it.
                DbParameter made = columns[i].Mapping.CreateParameter(command, "@made", columns[i].Read(row), nullable: true);
                command.Parameters[i].Value = made.Value;
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<(string Name, RelationalTypeMapping Mapping, Func<object, object?> Read)> Columns(IEntityType table)
    {
        var store = StoreObjectIdentifier.Table(table.GetTableName()!);
        foreach (var property in table.GetProperties())
            yield return (property.GetColumnName(store)!, property.GetRelationalTypeMapping(), row => property.PropertyInfo!.GetValue(row));

        foreach (var complex in table.GetComplexProperties())
        {
            foreach (var property in complex.ComplexType.GetProperties())
            {
                yield return (
                    property.GetColumnName(store)!,
                    property.GetRelationalTypeMapping(),
                    row => property.PropertyInfo!.GetValue(complex.PropertyInfo!.GetValue(row)));
            }
        }
    }
}
