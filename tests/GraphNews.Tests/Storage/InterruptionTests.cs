using GraphNews.Graph.Storage;
using GraphNews.Tests.Engine;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphNews.Tests.Storage;

/// <summary>A question that takes too long is ended inside the database, not after it.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public async Task A_statement_that_would_run_for_ever_is_interrupted()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var cancel = new CancellationTokenSource();
        await using var snapshot = await graph.Storage.BeginReadAsync(cancel.Token);
        await using var command = snapshot.Connection.CreateCommand();
        command.Transaction = snapshot.Transaction;
        command.CommandText = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
        raw.sqlite3_progress_handler(((SqliteConnection)snapshot.Connection).Handle, 1_000, _ => { cancel.Cancel(); return 0; }, null);

        var interrupted = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteScalarAsync());

        Assert.Equal(raw.SQLITE_INTERRUPT, interrupted.SqliteErrorCode);
    }

    [Fact]
    public async Task An_operation_whose_time_is_over_runs_no_further_statement()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        using var cancel = new CancellationTokenSource();
        var steps = 0;
        var storage = new WatchedStorage(graph.Storage, () =>
        {
            steps++;
            cancel.Cancel();
        });
        using var answers = new GraphAnswers(storage) { Cancel = cancel.Token };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answers.AskAsync("{ meetings { totalCount nodes { slug participations { nodes { role } } } } }"));

        Assert.Equal(1, steps);
    }

    /// <summary>A storage that tells while a statement of a read is at work in SQLite.</summary>
    private sealed class WatchedStorage(IGraphStorage storage, Action atWork) : IGraphStorage
    {
        public string Product => storage.Product;

        public Task OpenAsync(CancellationToken cancel) => storage.OpenAsync(cancel);

        public GraphNews.Graph.GraphDbContext CreateContext() => storage.CreateContext();

        public async ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel)
        {
            var snapshot = await storage.BeginReadAsync(cancel);
            raw.sqlite3_progress_handler(((SqliteConnection)snapshot.Connection).Handle, 200, _ => { atWork(); return 0; }, null);
            return snapshot;
        }

        public Task<bool> WriteAsync(Func<GraphNews.Graph.GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel)
            => storage.WriteAsync(write, cancel);

        public Task InsertAsync(GraphNews.Graph.GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
            => storage.InsertAsync(context, table, rows, cancel);
    }
}
