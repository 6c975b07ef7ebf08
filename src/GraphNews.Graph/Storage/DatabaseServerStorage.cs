using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Storage;

/// <summary>
/// The graph on a database server: readers in snapshots, which keep no writer waiting; writers one after another, since
/// each holds the Graph row until it commits. What breaks with a connection is tried again.
/// </summary>
/// <param name="reading">For contexts that read; they track nothing and try nothing again.</param>
/// <param name="writing">For contexts that write; their execution strategy runs whole transactions again.</param>
internal abstract class DatabaseServerStorage(
    DbContextOptions<GraphDbContext> reading, DbContextOptions<GraphDbContext> writing) : IGraphStorage, IDisposable
{
    /// <summary>A writer may have to wait for a batch of an import.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);

    private readonly DbContextOptions<GraphDbContext> _reading =
        new DbContextOptionsBuilder<GraphDbContext>(reading).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;

    // Writers of this process queue here, so that those who wait hold no connection.
    private readonly SemaphoreSlim _writers = new(1, 1);

    public abstract string Product { get; }

    /// <summary>The isolation level at which all statements of a transaction see what its first one saw.</summary>
    protected abstract IsolationLevel SnapshotLevel { get; }

    public abstract Task OpenAsync(CancellationToken cancel);

    public GraphDbContext CreateContext() => new(_reading);

    public async ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel)
    {
        var context = new GraphDbContext(_reading);
        try
        {
            return await Connecting(context).ExecuteAsync(context, BeginSnapshotAsync, cancel).ConfigureAwait(false);
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
            var transaction = new QueuedWrite(writing, LongestTurn);
            var asking = new GraphDbContext(writing);
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

    public abstract Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel);

    public virtual void Dispose() => _writers.Dispose();

    /// <summary>How often, and after which faults, it is tried again to connect.</summary>
    protected abstract IExecutionStrategy Connecting(GraphDbContext context);

    /// <summary>Begins a read transaction whose connection is known to live.</summary>
    protected virtual async Task<IDbContextTransaction> BeginTransactionAsync(GraphDbContext context, CancellationToken cancel)
        => await context.Database.BeginTransactionAsync(SnapshotLevel, cancel).ConfigureAwait(false);

    private async Task<GraphSnapshot> BeginSnapshotAsync(GraphDbContext context, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        try
        {
            var transaction = await BeginTransactionAsync(context, cancel).ConfigureAwait(false);
            return new GraphSnapshot(context, context.Database.GetDbConnection(), transaction.GetDbTransaction());
        }
        catch
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            throw;
        }
    }
}
