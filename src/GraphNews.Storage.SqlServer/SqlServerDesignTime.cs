using GraphNews.Graph;
using Microsoft.EntityFrameworkCore.Design;

namespace GraphNews.Storage.SqlServer;

/// <summary>What <c>dotnet ef migrations add</c> builds the model from; it opens no database.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<GraphDbContext>
{
    public GraphDbContext CreateDbContext(string[] args) => new(SqlServerOptions.For("Server=nowhere;Database=nothing"));
}
