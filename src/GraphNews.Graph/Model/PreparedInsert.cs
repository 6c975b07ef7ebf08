using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Model;

/// <summary>
/// Inserts many rows of one table with one prepared command: the model's columns and converters without the change
/// tracker, which costs more than the database where rows are many and nobody looks at them again.
/// </summary>
internal static class PreparedInsert
{
    /// <summary>Inserts the rows in the context's transaction.</summary>
    public static async Task RunAsync<TRow>(GraphDbContext context, IEnumerable<TRow> rows, CancellationToken cancel)
        where TRow : class
    {
        var table = context.Model.FindEntityType(typeof(TRow))!;
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = Columns(table).ToList();
        var command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText =
                $"INSERT INTO {sql.DelimitIdentifier(table.GetTableName()!)} ({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Name)))}) "
                + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            foreach (var row in rows)
            {
                // Made for each value: on SQL Server a parameter has the length of its value, and cuts off a longer one.
                command.Parameters.Clear();
                for (var i = 0; i < columns.Count; i++)
                    command.Parameters.Add(columns[i].Mapping.CreateParameter(command, $"@p{i}", columns[i].Read(row), nullable: true));
                await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<(string Name, RelationalTypeMapping Mapping, Func<object, object?> Read)> Columns(IEntityType table)
    {
        var store = StoreObjectIdentifier.Table(table.GetTableName()!);
        foreach (var property in table.GetProperties())
        {
            var getter = property.GetGetter();
            yield return (property.GetColumnName(store)!, property.GetRelationalTypeMapping(), getter.GetClrValue);
        }

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
