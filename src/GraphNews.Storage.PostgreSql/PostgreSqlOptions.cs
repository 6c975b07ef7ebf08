using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GraphNews.Storage.PostgreSql;

/// <summary>How EF Core talks to PostgreSQL here.</summary>
internal static class PostgreSqlOptions
{
    // Unknown and open dates are stored as the first and the last day, as on the other products: -infinity has no year to group by.
    static PostgreSqlOptions() => AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", true);

    /// <param name="connectionString">The database.</param>
    /// <param name="configure">More options; null for none.</param>
    public static DbContextOptions<GraphDbContext> For(
        string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<GraphDbContext>();
        options.UseNpgsql(connectionString, server =>
        {
            // Keys travel as one array, compared by = ANY: one text however many keys there are.
            server.MigrationsAssembly(typeof(PostgreSqlOptions).Assembly.GetName().Name)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                .SetPostgresVersion(PostgreSqlDatabase.OldestRelease, 0);
        });
        options.ReplaceService<IModelCustomizer, PostgreSqlModel>();
        configure?.Invoke(options);
        return options.Options;
    }
}
