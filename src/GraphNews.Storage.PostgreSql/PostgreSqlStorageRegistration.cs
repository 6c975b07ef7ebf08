using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
    /// <param name="configure">More options for EF Core, such as interceptors; null for none.</param>
    /// <exception cref="Graph.Errors.GraphStartupException">The connection string names no database or does not parse.</exception>
    public static IServiceCollection AddPostgreSqlGraphStorage(
        this IServiceCollection services, string connectionString, Action<DbContextOptionsBuilder>? configure = null)
    {
        // Read the connection string now; made by a factory, the storage is disposed with the services.
        var storage = new PostgreSqlGraphStorage(connectionString, configure);
        return services.AddSingleton<IGraphStorage>(_ => storage);
    }
}
