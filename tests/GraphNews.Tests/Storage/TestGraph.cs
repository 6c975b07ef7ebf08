using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Places;
using GraphNews.Graph.Storage;
using GraphNews.Storage.Sqlite;
using GraphNews.Tests.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

/// <summary>
/// A graph in a SQLite file of its own, which is gone at the end.
/// <code>
/// await using var graph = await TestGraph.CreateAsync();
/// var version = await graph.WriteAsync(edit => edit.Add(new Official { Slug = "someone" }));
/// await using var snapshot = await graph.Storage.BeginReadAsync(default);
/// </code>
/// <c>CreateAsync(options => options.AddInterceptors(…))</c> sees the commands that EF Core runs.
/// <c>DumpAsync</c> gives whole tables as text, to compare what was with what is. The file is a copy of one that is made
/// once, empty, with the countries or with the sample too, so that a test costs milliseconds.
/// </summary>
public sealed class TestGraph : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> Empty = new(() => MakeAsync(null, _ => Task.CompletedTask));
    private static readonly Lazy<Task<byte[]>> Countries = new(() => MakeAsync(Empty, writer => ReferenceData.EnsureAsync(writer, default)));
    private static readonly Lazy<Task<byte[]>> Sample = new(() => MakeAsync(Countries, writer => TheSample.LoadAsync(writer, default)));

    // As it lies in the repository.
    private static SampleGraph TheSample => new(System.IO.Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl"));

    private readonly TemporaryFolder _folder;
    private readonly SqliteGraphStorage _storage;

    private TestGraph(TemporaryFolder folder, Action<DbContextOptionsBuilder>? configure)
    {
        _folder = folder;
        _storage = new SqliteGraphStorage(ConnectionString, configure);
        Writer = new GraphWriter(_storage, TimeProvider.System);
    }

    public string Path => _folder.File("graph.db");

    public string ConnectionString => $"Data Source={Path}";

    public IGraphStorage Storage => _storage;

    public GraphWriter Writer { get; }

    public static Task<TestGraph> CreateAsync(Action<DbContextOptionsBuilder>? configure = null) => CopyAsync(Empty, configure);

    /// <summary>A graph that holds the countries: version 1.</summary>
    public static Task<TestGraph> CreateWithCountriesAsync(Action<DbContextOptionsBuilder>? configure = null) => CopyAsync(Countries, configure);

    /// <summary>A graph as a server's first start leaves it, with the countries and the sample: version 2.</summary>
    public static Task<TestGraph> CreateWithSampleAsync(Action<DbContextOptionsBuilder>? configure = null) => CopyAsync(Sample, configure);

    /// <summary>Writes as "test"; gives the version.</summary>
    public Task<long> WriteAsync(Func<GraphEdit, Task> edit)
        => Writer.WriteAsync(new ChangeOrigin("test"), (e, _) => edit(e), default);

    /// <inheritdoc cref="WriteAsync(Func{GraphEdit, Task})"/>
    public Task<long> WriteAsync(Action<GraphEdit> edit)
        => WriteAsync(e =>
        {
            edit(e);
            return Task.CompletedTask;
        });

    /// <summary>Asks with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<Graph.GraphDbContext, Task<T>> ask)
    {
        await using var context = Storage.CreateContext();
        return await ask(context);
    }

    /// <summary>
    /// All rows of all tables, one line each. What every write moves is left out: the graph's
    /// row, the change log, and the versions at which nodes were last updated.
    /// </summary>
    public async Task<string> DumpAsync()
    {
        await using var connection = new SqliteConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync();
        var lines = new List<string>();
        foreach (var table in (await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).Select(r => (string)r[0].Value!))
        {
            if (table is "Graph" or "Changes" or "ChangeEntries" || table.StartsWith("__", StringComparison.Ordinal)) continue;
            foreach (var row in await RowsAsync(connection, $"SELECT * FROM \"{table}\""))
                lines.Add($"{table}: {string.Join(", ", row.Where(c => c.Key != "UpdatedVersion").Select(c => $"{c.Key}={c.Value ?? "null"}"))}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync()
    {
        _storage.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<List<KeyValuePair<string, object?>[]>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tables' names are ours.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<KeyValuePair<string, object?>[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount)
                .Select(i => KeyValuePair.Create(reader.GetName(i), reader.IsDBNull(i) ? null : reader.GetValue(i)))]);
        }

        return rows;
    }

    private static async Task<TestGraph> CopyAsync(Lazy<Task<byte[]>> file, Action<DbContextOptionsBuilder>? configure)
    {
        var graph = new TestGraph(new TemporaryFolder(), configure);
        await File.WriteAllBytesAsync(graph.Path, await file.Value);
        return graph;
    }

    private static async Task<byte[]> MakeAsync(Lazy<Task<byte[]>>? start, Func<GraphWriter, Task> write)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("template.db");
        if (start is not null) await File.WriteAllBytesAsync(path, await start.Value);
        using (var storage = new SqliteGraphStorage($"Data Source={path}"))
        {
            await storage.OpenAsync(default);
            await write(new GraphWriter(storage, TimeProvider.System));
        }

        return await File.ReadAllBytesAsync(path);
    }
}
