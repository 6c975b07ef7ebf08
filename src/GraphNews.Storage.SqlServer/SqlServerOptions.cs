using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GraphNews.Storage.SqlServer;

/// <summary>How EF Core talks to SQL Server here.</summary>
internal static class SqlServerOptions
{
    /// <summary>How often a transaction, or the attempt to begin one, is run again after a transient fault.</summary>
    public const int MostRetries = 5;

    /// <param name="connectionString">The database.</param>
    /// <param name="retrying">
    /// Whether whole transactions are run again after transient faults. Such a context takes transactions only inside
    /// its execution strategy, so that contexts which read in a transaction given to them are made without.
    /// </param>
    /// <param name="configure">More options; null for none.</param>
    public static DbContextOptions<GraphDbContext> For(
        string connectionString, bool retrying = false, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<GraphDbContext>();
        options.UseSqlServer(connectionString, server =>
        {
            // Keys travel as one JSON parameter, read by OPENJSON: one text and one plan however many keys there are,
            // and never near the 2,100 parameters that a statement may have.
            server.MigrationsAssembly(typeof(SqlServerOptions).Assembly.GetName().Name)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                .UseCompatibilityLevel(SqlServerDatabase.CompatibilityLevel);
            if (retrying) server.EnableRetryOnFailure(MostRetries);
        });
        options.ReplaceService<IModelCustomizer, SqlServerModel>();
        configure?.Invoke(options);
        return options.Options;
    }
}
