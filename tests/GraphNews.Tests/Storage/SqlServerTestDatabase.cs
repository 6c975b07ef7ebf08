using GraphNews.Graph.Storage;
using GraphNews.Storage.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

/// <summary>A database with a name of its own on the server that <c>GRAPHNEWS_SQLSERVER</c> names, dropped at the end.</summary>
internal sealed class SqlServerTestDatabase : TestDatabase
{
    /// <summary>Holds a connection string; its login may create databases. What Database it names makes no difference.</summary>
    public const string Variable = "GRAPHNEWS_SQLSERVER";

    private readonly SqlServerGraphStorage _storage;

    /// <summary>Its name.</summary>
    public string Name { get; } = $"graphnews-test-{Guid.NewGuid():N}";

    private SqlServerTestDatabase(Action<DbContextOptionsBuilder>? configure) => _storage = new SqlServerGraphStorage(ConnectionString, configure);

    /// <summary>The server; null where there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    public override string ConnectionString => To(Name);

    public override IGraphStorage Storage => _storage;

    /// <summary>A database that is there from the first opening on.</summary>
    public static SqlServerTestDatabase Named() => new(null);

    public static async Task<SqlServerTestDatabase> CreateAsync(TestContent content, Action<DbContextOptionsBuilder>? configure)
    {
        var database = new SqlServerTestDatabase(configure);
        await database.Storage.OpenAsync(default);
        for (var part = TestContent.Nothing; part <= content; part++) await FillAsync(database.Storage, part);
        return database;
    }

    /// <summary>Runs a statement in the database, or in the server's own; gives its first value.</summary>
    public async Task<object?> AskAsync(string statement, bool inMaster = false)
    {
        await using var connection = new SqlConnection(inMaster ? To("master") : ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of tests.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        _storage.Dispose();
        await AskAsync($"IF DB_ID('{Name}') IS NOT NULL BEGIN ALTER DATABASE [{Name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{Name}]; END", inMaster: true);
    }

    private static string To(string database) => new SqlConnectionStringBuilder(Server) { InitialCatalog = database, Pooling = database != "master" }.ConnectionString;
}

/// <summary>A test that needs a live SQL Server, and is skipped, and says so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = Reason;

    public static string? Reason => SqlServerTestDatabase.Server is null
        ? $"NOT RUN on SQL Server: {SqlServerTestDatabase.Variable} holds no connection string, such as \"Server=localhost;User Id=sa;Password=…;TrustServerCertificate=True\"."
        : null;
}

/// <inheritdoc cref="SqlServerFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqlServerTheoryAttribute : TheoryAttribute
{
    public SqlServerTheoryAttribute() => Skip = SqlServerFactAttribute.Reason;
}
