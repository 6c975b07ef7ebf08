using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Keys;
using GraphNews.Storage.PostgreSql;
using GraphNews.Storage.Sqlite;
using GraphNews.Storage.SqlServer;

namespace GraphNews.Server.Starting;

/// <summary>Picks the storage that <c>Database:Provider</c> names.</summary>
internal static class StorageRegistration
{
    private static readonly Dictionary<string, Func<IServiceCollection, string, IServiceCollection>> Providers =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Sqlite"] = (services, connectionString) => services.AddSqliteGraphStorage(connectionString),
            ["SqlServer"] = (services, connectionString) => services.AddSqlServerGraphStorage(connectionString),
            ["PostgreSql"] = (services, connectionString) => services.AddPostgreSqlGraphStorage(connectionString),
        };

    /// <exception cref="GraphStartupException">The provider is not known, or there is no connection string.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] ?? "Sqlite";
        if (!Providers.TryGetValue(name, out var add))
        {
            throw new GraphStartupException(
                $"Database:Provider is \"{name}\", which is not known. Known: {string.Join(", ", Providers.Keys)}. Set Database:Provider to one of these.");
        }

        var connectionString = configuration.GetConnectionString("Graph");
        return string.IsNullOrWhiteSpace(connectionString)
            ? throw new GraphStartupException("ConnectionStrings:Graph is empty. Set it to where the graph is kept, such as \"Data Source=graphnews.db\".")
            : add(services, connectionString).AddSingleton<ChangeSignal>().AddSingleton<ChangeFollower>().AddSingleton<GraphWriter>().AddSingleton<ApiKeys>().AddSingleton<StartGate>();
    }
}
