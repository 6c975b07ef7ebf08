using GraphNews.Graph;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace GraphNews.Storage.PostgreSql;

/// <summary>Tries again after transient faults, for some seconds: longer than a server takes to start, shorter than clients wait.</summary>
internal sealed class PostgreSqlStrategy(GraphDbContext context)
    : NpgsqlRetryingExecutionStrategy(context, PostgreSqlOptions.MostRetries, PostgreSqlOptions.LongestPause, PostgreSqlErrors.OutOfService);
