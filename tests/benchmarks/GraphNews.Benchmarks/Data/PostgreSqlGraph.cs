using System.Globalization;
using GraphNews.Storage.PostgreSql;
using GraphNews.Tests.PostgreSql;

namespace GraphNews.Benchmarks;

/// <summary>A PostgreSQL server of the run's own, with a generated graph.</summary>
internal static class PostgreSqlGraph
{
    private const string Database = "graphnews";

    /// <summary>
    /// Starts one for readers: memory for the whole graph, no compiling of statements to machine code, which would cost each contender
    /// more than its statements do, and counts of statements.
    /// </summary>
    /// <exception cref="SkippedException">PostgreSQL is not installed.</exception>
    public static async Task<PostgreSqlCluster> StartAsync()
    {
        if (PostgreSqlCluster.Programs is null) throw new SkippedException("PostgreSQL is not installed: apt-get install postgresql.");

        return await PostgreSqlCluster.StartAsync(
            "fsync = off", "shared_buffers = 512MB", "jit = off", "session_preload_libraries = ''",
            "shared_preload_libraries = 'pg_stat_statements'", "pg_stat_statements.track_utility = off");
    }

    /// <summary>Makes the graph, with statistics of its tables; gives its connection string.</summary>
    public static async Task<string> FillAsync(PostgreSqlCluster server, int participations)
    {
        var connection = server.ConnectionString(Database);
        using var storage = new PostgreSqlGraphStorage(connection);
        await GraphFolder.FillAsync(storage, participations);
        await server.AskAsync("VACUUM ANALYZE", Database);
        await server.AskAsync("CREATE EXTENSION pg_stat_statements", Database);
        return connection;
    }

    /// <summary>How many statements all have run so far, without those that begin and end transactions.</summary>
    public static async Task<long> StatementsAsync(PostgreSqlCluster server)
        => Convert.ToInt64(await server.AskAsync("SELECT SUM(calls) FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'", Database), CultureInfo.InvariantCulture);
}
