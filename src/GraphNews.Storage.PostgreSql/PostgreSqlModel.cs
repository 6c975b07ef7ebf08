using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GraphNews.Storage.PostgreSql;

/// <summary>What the tables have on PostgreSQL besides what the graph says: a collation.</summary>
internal sealed class PostgreSqlModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        TextCollation.Apply(modelBuilder, PostgreSqlDatabase.Collation);
    }
}
