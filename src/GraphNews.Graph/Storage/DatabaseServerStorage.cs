using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Storage;

/// <summary>
/// The graph on a database server: readers in snapshots, which keep no writer waiting; writers one after another, since
/// each holds the Graph row until it commits. What breaks with a connection is tried again.
/// </summary>
/// <param name="options">For contexts of its database.</param>
internal abstract class DatabaseServerStorage(DbContextOptions<GraphDbContext> options) : IGraphStorage, IDisposable
{
    /// <summary>How often a write, or the attempt to begin to read, is run again after a transient fault.</summary>
    private const int MostRetries = 5;

    /// <summary>A writer may have to wait for a batch of an import.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);

    private readonly DbContextOptions<GraphDbContext> _reading = WithoutTracking(options);

    // Writers of this process queue here, so that those who wait hold no connection.
    private readonly SemaphoreSlim _writers = new(1, 1);

    private volatile bool _isOut;

    public abstract string Product { get; }

    /// <summary>Once somebody has waited for the server in vain, the others are told at once, until somebody gets through.</summary>
    private int Retries => _isOut ? 0 : MostRetries;

    /// <summary>The isolation level at which all statements of a transaction see what its first one saw.</summary>
    protected abstract IsolationLevel SnapshotLevel { get; }

    public abstract Task OpenAsync(CancellationToken cancel);

    public GraphDbContext CreateContext() => new(_reading);

    public async ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel)
    {
        var context = new GraphDbContext(_reading);
        try
        {
            var snapshot = await Retrying(context, Retries).ExecuteAsync(context, BeginSnapshotAsync, cancel).ConfigureAwait(false);
            _isOut = false;
            return snapshot;
        }
        catch (Exception fault)
        {
            _isOut = IsUnavailable(fault);
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public virtual ValueTask<GraphSnapshot> BeginReplicaReadAsync(CancellationToken cancel) => BeginReadAsync(cancel);

    public async Task<bool> WriteAsync(Func<GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        await _writers.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var transaction = new QueuedWrite(options, LongestTurn, AnnounceAsync);
            var asking = new GraphDbContext(options);
            await using (asking.ConfigureAwait(false))
            {
                var written = await Retrying(asking, Retries).ExecuteAsync(
                    write,
                    (_, once, token) => transaction.RunAsync(once, token),
                    async (_, _, token) => new ExecutionResult<bool>(await transaction.HasCommittedAsync(token).ConfigureAwait(false), true),
                    cancel).ConfigureAwait(false);
                _isOut = false;
                return written;
            }
        }
        catch (Exception fault)
        {
            _isOut = IsUnavailable(fault);
            throw;
        }
        finally
        {
            _writers.Release();
        }
    }

    public abstract Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel);

    public virtual Task WaitForWriteAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancel) => Task.Delay(atMost, time, cancel);

    public abstract bool IsUnavailable(Exception fault);

    public virtual void Dispose() => _writers.Dispose();

    /// <summary>The options of a context that only reads.</summary>
    protected static DbContextOptions<GraphDbContext> WithoutTracking(DbContextOptions<GraphDbContext> options)
        => new DbContextOptionsBuilder<GraphDbContext>(options).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;

    /// <summary>Runs again what a transient fault has broken.</summary>
    /// <param name="context">The context of what is run.</param>
    /// <param name="most">How often at most.</param>
    protected abstract IExecutionStrategy Retrying(GraphDbContext context, int most);

    /// <summary>Tells other processes of a write, in its transaction, so that they hear of it when it commits; not if it does not.</summary>
    protected virtual Task AnnounceAsync(GraphDbContext context, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Begins a read transaction whose connection is known to live.</summary>
    protected virtual async Task<IDbContextTransaction> BeginTransactionAsync(GraphDbContext context, CancellationToken cancel)
        => await context.Database.BeginTransactionAsync(SnapshotLevel, cancel).ConfigureAwait(false);

    /// <summary>Begins to read, in one attempt.</summary>
    protected async Task<GraphSnapshot> BeginSnapshotAsync(GraphDbContext context, CancellationToken cancel)
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
