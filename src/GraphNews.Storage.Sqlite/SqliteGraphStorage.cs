using GraphNews.Graph;
using GraphNews.Graph.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Storage.Sqlite;

/// <summary>
/// The graph in one SQLite file, in WAL mode: readers see the version at which they began and never keep the one writer
/// waiting.
/// </summary>
internal sealed class SqliteGraphStorage : IGraphStorage, IGraphBackup, IDisposable
{
    private readonly SqliteDatabaseFile _file;
    private readonly DbContextOptions<GraphDbContext> _reading;
    private readonly DbContextOptions<GraphDbContext> _writing;
    private readonly SqliteReaders _readers;

    // Writers of this process queue here, in order; SQLite itself lets them retry in no order, with naps between.
    private readonly SemaphoreSlim _writers = new(1, 1);

    // Tells other programs that the file is in use, also while the pool has closed all that was idle.
    private SqliteConnection? _keptOpen;

    public SqliteGraphStorage(string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        SqliteLibrary.Prepare();
        _file = SqliteDatabaseFile.From(connectionString);
        _writing = SqliteOptions.For(_file.ConnectionString, configure);
        _reading = new DbContextOptionsBuilder<GraphDbContext>(_writing)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
        _readers = new SqliteReaders(_reading);
    }

    public string Product => "Sqlite";

    public async Task OpenAsync(CancellationToken cancel)
    {
        await new SqliteOpening(_file).RunAsync(cancel).ConfigureAwait(false);
        if (_keptOpen is not null) return;

        _keptOpen = new SqliteConnection(new SqliteConnectionStringBuilder(_file.ConnectionString) { Pooling = false }.ConnectionString);
        await _keptOpen.OpenAsync(cancel).ConfigureAwait(false);
        await using var command = _keptOpen.CreateCommand();
        command.CommandText = "SELECT 1 FROM \"Graph\"";
        await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
    }

    public Task<long> BackUpAsync(string path, CancellationToken cancel) => new SqliteBackup(_file).BackUpAsync(path, cancel);

    public Task<RestoredGraph> RestoreAsync(string path, bool replace, CancellationToken cancel)
        => new SqliteBackup(_file).RestoreAsync(path, replace, cancel);

    public GraphDbContext CreateContext() => new(_reading);

    public ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel) => _readers.BeginAsync(cancel);

    public async Task<bool> WriteAsync(Func<GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        await _writers.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var context = new GraphDbContext(_writing);
            await using (context.ConfigureAwait(false))
            {
                // BEGIN IMMEDIATE takes the write lock of the whole file, the Graph row with it.
                var transaction = await context.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    if (!await write(context, cancel).ConfigureAwait(false)) return false;
                    await transaction.CommitAsync(cancel).ConfigureAwait(false);
                    return true;
                }
            }
        }
        finally
        {
            _writers.Release();
        }
    }

    public Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rows);
        cancel.ThrowIfCancellationRequested();
        using var insert = new SqliteInsert((SqliteConnection)context.Database.GetDbConnection(), table);
        foreach (var row in rows) insert.Add(row);
        return Task.CompletedTask;
    }

    public bool IsUnavailable(Exception fault) => (fault as SqliteException ?? fault.InnerException) is SqliteException error && SqliteErrors.IsBusy(error);

    public void Dispose()
    {
        _writers.Dispose();
        _readers.Dispose();
        _keptOpen?.Dispose();

        // Pooled connections keep the file open.
        using var connection = new SqliteConnection(_file.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
