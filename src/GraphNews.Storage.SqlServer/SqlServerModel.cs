using GraphNews.Graph.Model;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GraphNews.Storage.SqlServer;

/// <summary>What the tables have on SQL Server besides what the graph says: a collation, and indexes that cover.</summary>
internal sealed class SqlServerModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        TextCollation.Apply(modelBuilder, SqlServerDatabase.Collation);
        foreach (var table in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var index in table.GetIndexes().Where(index => index.GetFilter() == RowModel.Live))
                index.SetIncludeProperties(SqlServerIndexes.Included(table, [.. index.Properties.Select(property => property.Name)]).ToArray());
        }
    }
}
