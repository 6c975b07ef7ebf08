using System.Data;
using GraphNews.Graph;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>The graph in a database of PostgreSQL.</summary>
internal sealed class PostgreSqlGraphStorage : DatabaseServerStorage
{
    private readonly PostgreSqlDatabase _database;

    public PostgreSqlGraphStorage(string connectionString, Action<DbContextOptionsBuilder>? configure = null)
        : this(PostgreSqlDatabase.From(connectionString), configure)
    {
    }

    private PostgreSqlGraphStorage(PostgreSqlDatabase database, Action<DbContextOptionsBuilder>? configure)
        : base(
            PostgreSqlOptions.For(database.ConnectionString, retrying: false, configure),
            PostgreSqlOptions.For(database.ConnectionString, retrying: true, configure))
        => _database = database;

    public override string Product => "PostgreSql";

    protected override IsolationLevel SnapshotLevel => IsolationLevel.RepeatableRead;

    public override Task OpenAsync(CancellationToken cancel) => new PostgreSqlOpening(_database).RunAsync(cancel);

    public override Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
        => new PostgreSqlInsert(context, table).RunAsync(rows, cancel);

    public override void Dispose()
    {
        base.Dispose();
        using var connection = new NpgsqlConnection(_database.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    protected override IExecutionStrategy Connecting(GraphDbContext context) => new PostgreSqlStrategy(context);

    protected override async Task<IDbContextTransaction> BeginTransactionAsync(GraphDbContext context, CancellationToken cancel)
    {
        var transaction = await base.BeginTransactionAsync(context, cancel).ConfigureAwait(false);

        // Npgsql sends BEGIN with the first statement: this one, which reads nothing. A pooled connection that has broken shows here,
        // where another can be had. Compiling statements to machine code pays for none that takes less than a second.
        var command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "SET TRANSACTION READ ONLY; SET LOCAL jit = off";
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            return transaction;
        }
    }
}
