using System.Data;
using GraphNews.Graph;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>The graph in a database of PostgreSQL, and in a standby of it that answers, where there is one.</summary>
internal sealed class PostgreSqlGraphStorage : DatabaseServerStorage
{
    private readonly PostgreSqlDatabase _database;
    private readonly PostgreSqlNotifications _notifications;
    private readonly DbContextOptions<GraphDbContext>? _replicated;
    private readonly PostgreSqlReplica? _replica;

    public PostgreSqlGraphStorage(string connectionString, Action<DbContextOptionsBuilder>? configure = null)
        : this(PostgreSqlDatabase.From(connectionString), null, configure, NullLogger.Instance)
    {
    }

    internal PostgreSqlGraphStorage(PostgreSqlDatabase database, PostgreSqlDatabase? replica, Action<DbContextOptionsBuilder>? configure, ILogger logger)
        : base(PostgreSqlOptions.For(database.ConnectionString, configure))
    {
        _database = database;
        _notifications = new PostgreSqlNotifications(database);
        if (replica is null) return;
        _replicated = WithoutTracking(PostgreSqlOptions.For(replica.ConnectionString, configure));
        _replica = new PostgreSqlReplica(replica, TimeProvider.System, logger);
    }

    public override string Product => "PostgreSql";

    protected override IsolationLevel SnapshotLevel => IsolationLevel.RepeatableRead;

    public override Task OpenAsync(CancellationToken cancel) => new PostgreSqlOpening(_database).RunAsync(cancel);

    public override async ValueTask<GraphSnapshot> BeginReplicaReadAsync(CancellationToken cancel)
    {
        if (_replica is not { IsInService: true } replica) return await BeginReadAsync(cancel).ConfigureAwait(false);

        var context = new GraphDbContext(_replicated!);
        try
        {
            // Once: the primary is there to answer meanwhile.
            var snapshot = await BeginSnapshotAsync(context, cancel).ConfigureAwait(false);
            if (PostgreSqlReplica.Follows(snapshot)) return snapshot;
            await snapshot.DisposeAsync().ConfigureAwait(false);
            replica.TakeOut(null);
        }
        catch (Exception fault)
        {
            await context.DisposeAsync().ConfigureAwait(false);
            if (!IsUnavailable(fault) || cancel.IsCancellationRequested) throw;
            replica.TakeOut(fault);
        }

        return await BeginReadAsync(cancel).ConfigureAwait(false);
    }

    public override Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
        => new PostgreSqlInsert(context, table).RunAsync(rows, cancel);

    public override Task WaitForWriteAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancel) => _notifications.WaitAsync(atMost, cancel);

    public override bool IsUnavailable(Exception fault) => fault.Chain().OfType<NpgsqlException>().Any(PostgreSqlErrors.IsOutOfService);

    public override void Dispose()
    {
        base.Dispose();
        _notifications.Dispose();
        using var connection = new NpgsqlConnection(_database.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    protected override IExecutionStrategy Retrying(GraphDbContext context, int most) => new PostgreSqlStrategy(context, most);

    protected override Task AnnounceAsync(GraphDbContext context, CancellationToken cancel) => PostgreSqlNotifications.SendAsync(context, cancel);

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
