using System.Data.Common;
using GraphNews.Graph;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Storage.SqlServer;

/// <summary>
/// Inserts many rows with one statement. Statements come in a few sizes only, each half of the one before, so that the
/// server keeps a plan for each.
/// </summary>
internal sealed class SqlServerInsert(GraphDbContext context, InsertedTable table)
{
    // A statement may have 2,100 parameters, and VALUES 1,000 rows; plans of hundreds of rows take long to make.
    private const int MostParameters = 2000;
    private const int MostRows = 256;

    private readonly ISqlGenerationHelper _sql = context.GetService<ISqlGenerationHelper>();

    public async Task RunAsync(IReadOnlyList<object> rows, CancellationToken cancel)
    {
        var size = MostRows;
        for (var done = 0; done < rows.Count; done += size)
        {
            while (size * table.Columns.Count > MostParameters || size > rows.Count - done) size /= 2;
            var command = context.Database.GetDbConnection().CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
                command.CommandText = Text(size);
                command.CommandTimeout = context.Database.GetCommandTimeout() ?? command.CommandTimeout;
                for (var row = 0; row < size; row++) AddParameters(command, rows[done + row], row * table.Columns.Count);
                await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    private string Text(int rows)
    {
        var columns = string.Join(", ", table.Columns.Select(column => _sql.DelimitIdentifier(column.Name)));
        var values = Enumerable.Range(0, rows).Select(row =>
            $"({string.Join(", ", Enumerable.Range(row * table.Columns.Count, table.Columns.Count).Select(number => $"@p{number}"))})");
        return $"INSERT INTO {_sql.DelimitIdentifier(table.Name)} ({columns}) VALUES {string.Join(", ", values)}";
    }

    private void AddParameters(DbCommand command, object row, int first)
    {
        for (var i = 0; i < table.Columns.Count; i++)
            command.Parameters.Add(table.Columns[i].Mapping.CreateParameter(command, $"@p{first + i}", table.Columns[i].Read(row), nullable: true));
    }
}
