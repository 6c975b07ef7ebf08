using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GraphNews.Storage.SqlServer;

/// <summary>How EF Core talks to SQL Server here.</summary>
internal static class SqlServerOptions
{
    /// <param name="connectionString">The database.</param>
    /// <param name="configure">More options; null for none.</param>
    public static DbContextOptions<GraphDbContext> For(
        string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<GraphDbContext>();
        options.UseSqlServer(connectionString, server =>
        {
            // Keys travel as one JSON parameter, read by OPENJSON: one text and one plan however many keys there are,
            // and never near the 2,100 parameters that a statement may have.
            server.MigrationsAssembly(typeof(SqlServerOptions).Assembly.GetName().Name)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                .UseCompatibilityLevel(SqlServerDatabase.CompatibilityLevel);
        });
        options.ReplaceService<IModelCustomizer, SqlServerModel>();
        configure?.Invoke(options);
        return options.Options;
    }
}
