using GraphNews.Graph.Storage;
using GraphNews.Storage.SqlServer;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.SqlServer;

/// <summary>A SQLite file to which the statements go that SQL Server would get.</summary>
internal sealed class AnsweringTestDatabase : TestDatabase
{
    private readonly SqliteTestDatabase _file;
    private readonly AnsweringConnection _connection;
    private readonly SqlServerGraphStorage _storage;

    private AnsweringTestDatabase(SqliteTestDatabase file, StatementLog log, Action<DbContextOptionsBuilder>? configure)
    {
        _file = file;
        _connection = new AnsweringConnection(log, file.Path);
        _storage = new SqlServerGraphStorage("Server=nowhere;Database=nothing", options =>
        {
            options.UseSqlServer(_connection);
            configure?.Invoke(options);
        });
    }

    public override string ConnectionString => _file.ConnectionString;

    public override IGraphStorage Storage => _storage;

    public static async Task<AnsweringTestDatabase> CreateAsync(TestContent content, StatementLog log, Action<DbContextOptionsBuilder>? configure)
        => new(await SqliteTestDatabase.CreateAsync(content, null), log, configure);

    public override async ValueTask DisposeAsync()
    {
        _storage.Dispose();
        await _connection.DisposeAsync();
        await _file.DisposeAsync();
    }
}
