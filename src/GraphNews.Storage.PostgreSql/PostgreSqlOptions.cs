using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GraphNews.Storage.PostgreSql;

/// <summary>How EF Core talks to PostgreSQL here.</summary>
internal static class PostgreSqlOptions
{
    /// <summary>How often a transaction, or the attempt to begin one, is run again after a transient fault.</summary>
    public const int MostRetries = 5;

    /// <summary>The longest pause before it is run again. With five attempts a client waits for 4 seconds at most.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // Unknown and open dates are stored as the first and the last day, as on the other products: -infinity has no year to group by.
    static PostgreSqlOptions() => AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", true);

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
        options.UseNpgsql(connectionString, server =>
        {
            // Keys travel as one array, compared by = ANY: one text however many keys there are.
            server.MigrationsAssembly(typeof(PostgreSqlOptions).Assembly.GetName().Name)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                .SetPostgresVersion(PostgreSqlDatabase.OldestRelease, 0);
            if (retrying) server.EnableRetryOnFailure(MostRetries, LongestPause, PostgreSqlErrors.OutOfService);
        });
        options.ReplaceService<IModelCustomizer, PostgreSqlModel>();
        configure?.Invoke(options);
        return options.Options;
    }
}
