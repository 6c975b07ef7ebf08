using System.Data.Common;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Storage;
using GraphNews.Tests.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

/// <summary>
/// A graph of its own, which is gone at the end: in a SQLite file, or in a database of the server that
/// <see cref="TestDatabase.Product"/> names.
/// <code>
/// await using var graph = await TestGraph.CreateAsync();
/// var version = await graph.WriteAsync(edit => edit.Add(new Official { Slug = "someone" }));
/// await using var snapshot = await graph.Storage.BeginReadAsync(default);
/// </code>
/// <c>CreateAsync(options => options.AddInterceptors(…))</c> sees the commands that EF Core runs.
/// <c>DumpAsync</c> gives whole tables as text, to compare what was with what is.
/// </summary>
public sealed class TestGraph : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private TestGraph(TestDatabase database)
    {
        _database = database;
        Writer = new GraphWriter(database.Storage, TimeProvider.System);
    }

    /// <summary>The file, where it is one.</summary>
    public string Path => ((SqliteTestDatabase)_database).Path;

    public string ConnectionString => _database.ConnectionString;

    public IGraphStorage Storage => _database.Storage;

    public GraphWriter Writer { get; }

    public static Task<TestGraph> CreateAsync(Action<DbContextOptionsBuilder>? configure = null) => CreateAsync(TestContent.Nothing, configure);

    /// <summary>A graph that holds the countries: version 1.</summary>
    public static Task<TestGraph> CreateWithCountriesAsync(Action<DbContextOptionsBuilder>? configure = null) => CreateAsync(TestContent.Countries, configure);

    /// <summary>A graph as a server's first start leaves it, with the countries and the sample: version 2.</summary>
    public static Task<TestGraph> CreateWithSampleAsync(Action<DbContextOptionsBuilder>? configure = null) => CreateAsync(TestContent.Sample, configure);

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
        await using var context = Storage.CreateContext();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        var lines = new List<string>();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!))
        {
            if (table is "Graph" or "Changes" or "ChangeEntries") continue;
            foreach (var row in await RowsAsync(connection, $"SELECT * FROM \"{table}\""))
                lines.Add($"{table}: {string.Join(", ", row.Where(c => c.Key != "UpdatedVersion").Select(c => $"{c.Key}={c.Value ?? "null"}"))}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<List<KeyValuePair<string, object?>[]>> RowsAsync(DbConnection connection, string sql)
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

    private static async Task<TestGraph> CreateAsync(TestContent content, Action<DbContextOptionsBuilder>? configure)
        => new(TestDatabase.Statements is { } log
            ? await AnsweringTestDatabase.CreateAsync(content, log, configure)
            : TestDatabase.Product switch
            {
                TestProduct.SqlServer => await SqlServerTestDatabase.CreateAsync(content, configure),
                TestProduct.PostgreSql => await PostgreSqlTestDatabase.CreateAsync(content, configure),
                _ => await SqliteTestDatabase.CreateAsync(content, configure),
            });
}
