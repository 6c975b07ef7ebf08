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
    private static readonly Dictionary<string, Func<IServiceCollection, string, string?, IServiceCollection>> Providers =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Sqlite"] = (services, connectionString, replica) => WithoutReplica(replica, services.AddSqliteGraphStorage(connectionString)),
            ["SqlServer"] = (services, connectionString, replica) => WithoutReplica(replica, services.AddSqlServerGraphStorage(connectionString)),
            ["PostgreSql"] = (services, connectionString, replica) => services.AddPostgreSqlGraphStorage(connectionString, replica),
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
        var replica = configuration.GetConnectionString("Read") is { Length: > 0 } read ? read : null;
        return string.IsNullOrWhiteSpace(connectionString)
            ? throw new GraphStartupException("ConnectionStrings:Graph is empty. Set it to where the graph is kept, such as \"Data Source=graphnews.db\".")
            : add(services, connectionString, replica).AddSingleton<ChangeSignal>().AddSingleton<ChangeFollower>().AddSingleton<GraphWriter>().AddSingleton<ApiKeys>().AddSingleton<StartGate>();
    }

    private static IServiceCollection WithoutReplica(string? replica, IServiceCollection services)
        => replica is null
            ? services
            : throw new GraphStartupException("ConnectionStrings:Read names a replica, and only PostgreSQL has one that is asked. Leave it out, or set Database:Provider to PostgreSql.");
}
