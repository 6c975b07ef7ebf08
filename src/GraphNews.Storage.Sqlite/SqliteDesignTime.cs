using GraphNews.Graph;
using Microsoft.EntityFrameworkCore.Design;

namespace GraphNews.Storage.Sqlite;

/// <summary>What <c>dotnet ef migrations add</c> builds the model from; it opens no database.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<GraphDbContext>
{
    public GraphDbContext CreateDbContext(string[] args) => new(SqliteOptions.For("Data Source=:memory:"));
}
