using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Storage.Sqlite;

/// <summary>Keeps the graph in a SQLite file.</summary>
public static class SqliteStorageRegistration
{
    /// <summary>
    /// Registers the storage. Nothing is opened before <see cref="IGraphStorage.OpenAsync"/>.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="connectionString">
    /// As Microsoft.Data.Sqlite reads it (<c>Data Source=graphnews.db</c>). A relative path counts from the current
    /// directory; the folder must exist.
    /// </param>
    /// <param name="configure">More options for EF Core, such as interceptors; null for none.</param>
    /// <exception cref="Graph.Errors.GraphStartupException">The connection string names no file or does not parse.</exception>
    public static IServiceCollection AddSqliteGraphStorage(
        this IServiceCollection services, string connectionString, Action<DbContextOptionsBuilder>? configure = null)
        => services.AddSingleton<IGraphStorage>(new SqliteGraphStorage(connectionString, configure));
}
