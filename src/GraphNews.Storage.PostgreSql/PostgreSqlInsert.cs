using GraphNews.Graph;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace GraphNews.Storage.PostgreSql;

/// <summary>Inserts rows by COPY in its binary form, PostgreSQL's own way for many. Source: PostgreSQL, COPY.</summary>
internal sealed class PostgreSqlInsert(GraphDbContext context, InsertedTable table)
{
    private readonly ISqlGenerationHelper _sql = context.GetService<ISqlGenerationHelper>();
    private readonly NpgsqlConnection _connection = (NpgsqlConnection)context.Database.GetDbConnection();

    public async Task RunAsync(IReadOnlyList<object> rows, CancellationToken cancel)
    {
        var types = Types();
        var columns = string.Join(", ", table.Columns.Select(column => _sql.DelimitIdentifier(column.Name)));
        var copy = await _connection.BeginBinaryImportAsync(
            $"COPY {_sql.DelimitIdentifier(table.Name)} ({columns}) FROM STDIN (FORMAT BINARY)", cancel).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancel).ConfigureAwait(false);
                for (var i = 0; i < types.Length; i++)
                {
                    if (table.Columns[i].ReadStored(row) is { } value) await copy.WriteAsync(value, types[i], cancel).ConfigureAwait(false);
                    else await copy.WriteNullAsync(cancel).ConfigureAwait(false);
                }
            }

            await copy.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>What EF Core would declare a parameter of each column as.</summary>
    private NpgsqlDbType[] Types()
    {
        using var command = _connection.CreateCommand();
        return [.. table.Columns.Select(column => ((NpgsqlParameter)column.Mapping.CreateParameter(command, "p", null, nullable: true)).NpgsqlDbType)];
    }
}
