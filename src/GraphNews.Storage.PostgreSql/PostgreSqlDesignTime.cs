using GraphNews.Graph;
using Microsoft.EntityFrameworkCore.Design;

namespace GraphNews.Storage.PostgreSql;

/// <summary>What <c>dotnet ef migrations add</c> builds the model from; it opens no database.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<GraphDbContext>
{
    public GraphDbContext CreateDbContext(string[] args) => new(PostgreSqlOptions.For("Host=nowhere;Database=nothing"));
}
