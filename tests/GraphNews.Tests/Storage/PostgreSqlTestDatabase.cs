using GraphNews.Graph.Storage;
using GraphNews.Storage.PostgreSql;
using GraphNews.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

/// <summary>
/// A database with a name of its own on the tests' PostgreSQL server, dropped at the end: a copy of one that is made once
/// for each content.
/// </summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Empty = new(() => MakeAsync(null, TestContent.Nothing));
    private static readonly Lazy<Task<string>> Countries = new(() => MakeAsync(Empty, TestContent.Countries));
    private static readonly Lazy<Task<string>> Sample = new(() => MakeAsync(Countries, TestContent.Sample));

    private readonly PostgreSqlGraphStorage _storage;

    private PostgreSqlTestDatabase(PostgreSqlCluster cluster, string? name, Action<DbContextOptionsBuilder>? configure)
    {
        Cluster = cluster;
        if (name is not null) Name = name;
        _storage = new PostgreSqlGraphStorage(ConnectionString, configure);
    }

    /// <summary>Its name.</summary>
    public string Name { get; } = $"graphnews-test-{Guid.NewGuid():N}";

    /// <summary>Its server.</summary>
    public PostgreSqlCluster Cluster { get; }

    public override string ConnectionString => Cluster.ConnectionString(Name);

    public override IGraphStorage Storage => _storage;

    /// <summary>A database that is there from the first opening on.</summary>
    public static async Task<PostgreSqlTestDatabase> NamedAsync() => new(await PostgreSqlCluster.Shared.Value, null, null);

    public static async Task<PostgreSqlTestDatabase> CreateAsync(TestContent content, Action<DbContextOptionsBuilder>? configure)
    {
        var template = content switch
        {
            TestContent.Nothing => Empty,
            TestContent.Countries => Countries,
            _ => Sample,
        };
        return await CopyAsync(await template.Value, null, configure);
    }

    /// <summary>Runs a statement in the database; gives its first value.</summary>
    public Task<object?> AskAsync(string statement) => Cluster.AskAsync(statement, Name);

    public override async ValueTask DisposeAsync()
    {
        _storage.Dispose();
        await Cluster.AskAsync($"DROP DATABASE IF EXISTS \"{Name}\" WITH (FORCE)");
    }

    private static async Task<PostgreSqlTestDatabase> CopyAsync(string template, string? name, Action<DbContextOptionsBuilder>? configure)
    {
        var database = new PostgreSqlTestDatabase(await PostgreSqlCluster.Shared.Value, name, configure);
        await database.Cluster.AskAsync($"CREATE DATABASE \"{database.Name}\" TEMPLATE \"{template}\"");
        return database;
    }

    private static async Task<string> MakeAsync(Lazy<Task<string>>? start, TestContent content)
    {
        var name = $"graphnews-template-{content}";
        var cluster = await PostgreSqlCluster.Shared.Value;
        var database = start is null ? new PostgreSqlTestDatabase(cluster, name, null) : await CopyAsync(await start.Value, name, null);

        // Nobody may be connected to what is copied.
        using (database._storage)
        {
            await database.Storage.OpenAsync(default);
            await FillAsync(database.Storage, content);
        }

        return name;
    }
}
