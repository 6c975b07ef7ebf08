using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Storage.Sqlite;

/// <summary>How EF Core talks to SQLite here.</summary>
internal static class SqliteOptions
{
    public static DbContextOptions<GraphDbContext> For(string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<GraphDbContext>();

        // Keys travel as one JSON parameter, so that a question has one text however many keys it has.
        options.UseSqlite(connectionString, sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteOptions).Assembly.GetName().Name)
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        configure?.Invoke(options);
        return options.Options;
    }
}
