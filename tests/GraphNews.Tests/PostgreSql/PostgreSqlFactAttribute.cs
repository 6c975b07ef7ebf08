namespace GraphNews.Tests.PostgreSql;

/// <summary>A test that starts PostgreSQL. Where it is not installed the test is skipped and says so; in CI it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = Reason;

    public static string? Reason => PostgreSqlCluster.Programs is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "NOT RUN on PostgreSQL: no initdb lies in /usr/lib/postgresql/*/bin or on the PATH. Install it: apt-get install postgresql."
        : null;
}

/// <inheritdoc cref="PostgreSqlFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlFactAttribute.Reason;
}
