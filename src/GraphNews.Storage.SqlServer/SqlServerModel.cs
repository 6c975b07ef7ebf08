using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Storage.SqlServer;

/// <summary>What the tables have on SQL Server besides what the graph says: a collation, and indexes that cover.</summary>
internal sealed class SqlServerModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var table in modelBuilder.Model.GetEntityTypes())
        {
            Collate(table);
            foreach (var index in table.GetIndexes().Where(index => index.GetFilter() == RowModel.Live))
                index.SetIncludeProperties(SqlServerIndexes.Included(table, [.. index.Properties.Select(property => property.Name)]).ToArray());
        }
    }

    /// <summary>Each column has the collation, so that it holds in a database that somebody created with another.</summary>
    private static void Collate(IMutableTypeBase type)
    {
        foreach (var text in type.GetProperties().Where(IsText)) text.SetCollation(SqlServerDatabase.Collation);
        foreach (var part in type.GetComplexProperties()) Collate(part.ComplexType);
    }

    private static bool IsText(IMutableProperty property)
        => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true } or { FullName: "System.String" };
}
