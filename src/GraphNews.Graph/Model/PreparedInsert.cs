using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Model;

/// <summary>
/// Inserts many rows of one table with one prepared command: the model's columns and converters without EF Core's own
/// saving, which costs more than the database where rows are many.
/// </summary>
internal sealed class PreparedInsert
{
    private readonly string _text;
    private readonly Column[] _columns;

    public PreparedInsert(IEntityType table, ISqlGenerationHelper sql)
    {
        _columns = [.. Columns(table)];
        _text = $"INSERT INTO {sql.DelimitIdentifier(table.GetTableName()!)} ({string.Join(", ", _columns.Select(column => sql.DelimitIdentifier(column.Name)))}) "
            + $"VALUES ({string.Join(", ", _columns.Select(column => column.Parameter))})";
    }

    /// <summary>Inserts the rows in the context's transaction.</summary>
    public async Task RunAsync(GraphDbContext context, IEnumerable<object> rows, CancellationToken cancel)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = _text;
            foreach (var row in rows)
            {
                // Made for each value: on SQL Server a parameter has the length of its value, and cuts off a longer one.
                command.Parameters.Clear();
                foreach (var column in _columns) command.Parameters.Add(column.CreateParameter(command, row));
                await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<Column> Columns(IEntityType table)
    {
        var store = StoreObjectIdentifier.Table(table.GetTableName()!);
        var number = 0;
        foreach (var property in table.GetProperties())
            yield return new Column(property.GetColumnName(store)!, $"@p{number++}", property.GetRelationalTypeMapping(), property.GetGetter().GetClrValue);

        foreach (var complex in table.GetComplexProperties())
        {
            var getter = complex.GetGetter();
            foreach (var property in complex.ComplexType.GetProperties())
            {
                var part = property.PropertyInfo!;
                yield return new Column(
                    property.GetColumnName(store)!, $"@p{number++}", property.GetRelationalTypeMapping(), row => part.GetValue(getter.GetClrValue(row)));
            }
        }
    }

    private sealed record Column(string Name, string Parameter, RelationalTypeMapping Mapping, Func<object, object?> Read)
    {
        public DbParameter CreateParameter(DbCommand command, object row) => Mapping.CreateParameter(command, Parameter, Read(row), nullable: true);
    }
}
