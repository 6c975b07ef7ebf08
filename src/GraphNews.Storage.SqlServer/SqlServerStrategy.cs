using GraphNews.Graph;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Storage.SqlServer;

/// <summary>
/// Tries again after transient faults. That there is no such database is none: EF Core takes it for one,
/// and would wait a minute before anybody could create it.
/// </summary>
internal sealed class SqlServerStrategy(GraphDbContext context, int most) : SqlServerRetryingExecutionStrategy(context, most)
{
    protected override bool ShouldRetryOn(Exception exception)
        => exception is not SqlException { Number: SqlServerErrors.CannotOpenDatabase } && base.ShouldRetryOn(exception);
}
