using GraphNews.Graph;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace GraphNews.Storage.PostgreSql;

/// <summary>Tries again after transient faults, with a second between: five times take as long as clients like to wait.</summary>
internal sealed class PostgreSqlStrategy(GraphDbContext context, int most)
    : NpgsqlRetryingExecutionStrategy(context, most, TimeSpan.FromSeconds(1), PostgreSqlErrors.OutOfService);
