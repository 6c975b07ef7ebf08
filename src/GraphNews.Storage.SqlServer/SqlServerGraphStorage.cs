using System.Data;
using GraphNews.Graph;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Storage.SqlServer;

/// <summary>
/// The graph in a database of SQL Server: readers in snapshots, which keep no writer waiting; writers one after
/// another, since each holds the Graph row until it commits.
/// </summary>
internal sealed class SqlServerGraphStorage : IGraphStorage, IDisposable
{
    /// <summary>A writer may have to wait for a batch of an import.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);

    private readonly SqlServerDatabase _database;
    private readonly DbContextOptions<GraphDbContext> _reading;
    private readonly DbContextOptions<GraphDbContext> _writing;

    // Writers of this process queue here, so that those who wait hold no connection.
    private readonly SemaphoreSlim _writers = new(1, 1);

    public SqlServerGraphStorage(string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        _database = SqlServerDatabase.From(connectionString);
        _writing = SqlServerOptions.For(_database.ConnectionString, retrying: true, configure);
        _reading = new DbContextOptionsBuilder<GraphDbContext>(SqlServerOptions.For(_database.ConnectionString, retrying: false, configure))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
    }

    public string Product => "SqlServer";

    public Task OpenAsync(CancellationToken cancel) => new SqlServerOpening(_database).RunAsync(cancel);

    public GraphDbContext CreateContext() => new(_reading);

    public async ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel)
    {
        var context = new GraphDbContext(_reading);
        try
        {
            return await new ConnectingStrategy(context).ExecuteAsync(context, BeginSnapshotAsync, cancel).ConfigureAwait(false);
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<bool> WriteAsync(Func<GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        await _writers.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var transaction = new SqlServerWrite(_writing, LongestTurn);
            var asking = new GraphDbContext(_writing);
            await using (asking.ConfigureAwait(false))
            {
                return await asking.Database.CreateExecutionStrategy().ExecuteAsync(
                    write,
                    (_, once, token) => transaction.RunAsync(once, token),
                    async (_, _, token) => new ExecutionResult<bool>(await transaction.HasCommittedAsync(token).ConfigureAwait(false), true),
                    cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            _writers.Release();
        }
    }

    public Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
        => new SqlServerInsert(context, table).RunAsync(rows, cancel);

    public void Dispose()
    {
        _writers.Dispose();
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(_database.ConnectionString);
        Microsoft.Data.SqlClient.SqlConnection.ClearPool(connection);
    }

    private static async Task<GraphSnapshot> BeginSnapshotAsync(GraphDbContext context, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancel).ConfigureAwait(false);
            return new GraphSnapshot(context, context.Database.GetDbConnection(), transaction.GetDbTransaction());
        }
        catch
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            throw;
        }
    }
}
