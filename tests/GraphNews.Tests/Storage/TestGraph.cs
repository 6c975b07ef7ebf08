using GraphNews.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

/// <summary>
/// A graph in a SQLite file of its own, which is gone at the end.
/// <code>
/// await using var graph = await TestGraph.CreateAsync();
/// await using var snapshot = await graph.Storage.BeginReadAsync(default);
/// </code>
/// <c>CreateAsync(options => options.AddInterceptors(…))</c> sees the commands that EF Core runs. The file is a copy of
/// an empty graph that is made once, so that a test costs milliseconds.
/// </summary>
public sealed class TestGraph : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> Empty = new(CreateEmptyAsync);
    private readonly TemporaryFolder _folder;
    private readonly SqliteGraphStorage _storage;

    private TestGraph(TemporaryFolder folder, Action<DbContextOptionsBuilder>? configure)
    {
        _folder = folder;
        _storage = new SqliteGraphStorage(ConnectionString, configure);
    }

    public string Path => _folder.File("graph.db");

    public string ConnectionString => $"Data Source={Path}";

    public Graph.Storage.IGraphStorage Storage => _storage;

    public static async Task<TestGraph> CreateAsync(Action<DbContextOptionsBuilder>? configure = null)
    {
        var graph = new TestGraph(new TemporaryFolder(), configure);
        await File.WriteAllBytesAsync(graph.Path, await Empty.Value);
        return graph;
    }

    public ValueTask DisposeAsync()
    {
        _storage.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<byte[]> CreateEmptyAsync()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("empty.db");
        using (var storage = new SqliteGraphStorage($"Data Source={path}"))
        {
            await storage.OpenAsync(default);
        }

        return await File.ReadAllBytesAsync(path);
    }
}
