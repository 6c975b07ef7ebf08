using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphNews.Storage.PostgreSql;

/// <summary>Keeps the graph in a database of PostgreSQL.</summary>
public static class PostgreSqlStorageRegistration
{
    /// <summary>
    /// Registers the storage. Nothing is opened before <see cref="IGraphStorage.OpenAsync"/>.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="connectionString">
    /// As Npgsql reads it (<c>Host=localhost;Database=graphnews;Username=…;Password=…</c>). It names
    /// the database, which is created if there is none and the login may.
    /// </param>
    /// <param name="replica">
    /// A streaming standby of it that answers queries, likewise; null for none. The primary answers where it does not.
    /// </param>
    /// <param name="configure">More options for EF Core, such as interceptors; null for none.</param>
    /// <exception cref="Graph.Errors.GraphStartupException">The connection string names no database or does not parse.</exception>
    public static IServiceCollection AddPostgreSqlGraphStorage(
        this IServiceCollection services, string connectionString, string? replica = null, Action<DbContextOptionsBuilder>? configure = null)
    {
        // Read the connection strings now.
        var database = PostgreSqlDatabase.From(connectionString);
        var standby = replica is null ? null : PostgreSqlDatabase.From(replica);
        return services.AddSingleton<IGraphStorage>(all => new PostgreSqlGraphStorage(
            database, standby, configure, all.GetRequiredService<ILogger<PostgreSqlGraphStorage>>()));
    }
}
