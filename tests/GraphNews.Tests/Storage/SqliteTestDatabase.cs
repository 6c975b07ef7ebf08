using GraphNews.Graph.Storage;
using GraphNews.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

/// <summary>A SQLite file: a copy of one that is made once for each content, so that a test costs milliseconds.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Empty = new(() => MakeAsync(null, TestContent.Nothing));
    private static readonly Lazy<Task<byte[]>> Countries = new(() => MakeAsync(Empty, TestContent.Countries));
    private static readonly Lazy<Task<byte[]>> Sample = new(() => MakeAsync(Countries, TestContent.Sample));

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteGraphStorage _storage;

    private SqliteTestDatabase(Action<DbContextOptionsBuilder>? configure) => _storage = new SqliteGraphStorage(ConnectionString, configure);

    public string Path => _folder.File("graph.db");

    public override string ConnectionString => $"Data Source={Path}";

    public override IGraphStorage Storage => _storage;

    public static async Task<SqliteTestDatabase> CreateAsync(TestContent content, Action<DbContextOptionsBuilder>? configure)
    {
        var template = content switch
        {
            TestContent.Nothing => Empty,
            TestContent.Countries => Countries,
            _ => Sample,
        };
        var database = new SqliteTestDatabase(configure);
        await File.WriteAllBytesAsync(database.Path, await template.Value);
        return database;
    }

    public override ValueTask DisposeAsync()
    {
        _storage.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<byte[]> MakeAsync(Lazy<Task<byte[]>>? start, TestContent content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("template.db");
        if (start is not null) await File.WriteAllBytesAsync(path, await start.Value);
        using (var storage = new SqliteGraphStorage($"Data Source={path}"))
        {
            await storage.OpenAsync(default);
            await FillAsync(storage, content);
        }

        return await File.ReadAllBytesAsync(path);
    }
}
