using GraphNews.Graph;
using GraphNews.Graph.Storage;
using GraphNews.Tests.PostgreSql;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace GraphNews.Tests.Walk;

/// <summary>A storage whose reading connections tell every statement that the database itself runs: SQLite with its values filled in, PostgreSQL with its plan.</summary>
internal sealed class TracedStorage(IGraphStorage storage) : IGraphStorage
{
    private readonly List<string> _statements = [];
    private readonly List<ExplainedStatement> _explained = [];
    private long _cost;

    public string Product => storage.Product;

    /// <summary>What the database did: instructions of SQLite's machine, or rows that PostgreSQL's plans touched.</summary>
    public long Cost => Interlocked.Read(ref _cost);

    /// <summary>What PostgreSQL ran, and how; on other products nothing.</summary>
    public IReadOnlyList<ExplainedStatement> Explained => _explained;

    /// <summary>What was run since the last time this was asked.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_statements)
        {
            var taken = _statements.ToList();
            _statements.Clear();
            return taken;
        }
    }

    public Task OpenAsync(CancellationToken cancel) => storage.OpenAsync(cancel);

    public GraphDbContext CreateContext() => storage.CreateContext();

    public async ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel)
    {
        var snapshot = await storage.BeginReadAsync(cancel);
        if (snapshot.Connection is NpgsqlConnection server) await ExplainedStatement.NoteAsync(server, Note, cancel);
        else Trace(((SqliteConnection)snapshot.Connection).Handle!);
        return snapshot;
    }

    public Task<bool> WriteAsync(Func<GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel)
        => storage.WriteAsync(write, cancel);

    public Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
        => storage.InsertAsync(context, table, rows, cancel);

    private void Trace(sqlite3 connection)
    {
        raw.sqlite3_trace(connection, (_, statement) => Note(statement), null);
        raw.sqlite3_progress_handler(connection, 1, _ => { Interlocked.Increment(ref _cost); return 0; }, null);
    }

    private void Note(ExplainedStatement explained)
    {
        lock (_statements) _explained.Add(explained);
        Interlocked.Add(ref _cost, explained.Rows());
        Note(explained.Text);
    }

    private void Note(string statement)
    {
        if (!statement.StartsWith("SELECT", StringComparison.Ordinal)) return;
        lock (_statements) _statements.Add(statement);
    }
}
