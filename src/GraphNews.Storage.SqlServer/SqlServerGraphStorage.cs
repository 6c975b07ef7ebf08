using System.Data;
using GraphNews.Graph;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Storage.SqlServer;

/// <summary>The graph in a database of SQL Server.</summary>
internal sealed class SqlServerGraphStorage : DatabaseServerStorage
{
    private readonly SqlServerDatabase _database;

    public SqlServerGraphStorage(string connectionString, Action<DbContextOptionsBuilder>? configure = null)
        : this(SqlServerDatabase.From(connectionString), configure)
    {
    }

    private SqlServerGraphStorage(SqlServerDatabase database, Action<DbContextOptionsBuilder>? configure)
        : base(SqlServerOptions.For(database.ConnectionString, configure))
        => _database = database;

    public override string Product => "SqlServer";

    protected override IsolationLevel SnapshotLevel => IsolationLevel.Snapshot;

    public override Task OpenAsync(CancellationToken cancel) => new SqlServerOpening(_database).RunAsync(cancel);

    public override Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
        => new SqlServerInsert(context, table).RunAsync(rows, cancel);

    public override bool IsUnavailable(Exception fault) => fault.Chain().OfType<SqlException>().Any(SqlServerErrors.IsOutOfService);

    public override void Dispose()
    {
        base.Dispose();
        using var connection = new SqlConnection(_database.ConnectionString);
        SqlConnection.ClearPool(connection);
    }

    protected override IExecutionStrategy Retrying(GraphDbContext context, int most) => new SqlServerStrategy(context, most);
}
