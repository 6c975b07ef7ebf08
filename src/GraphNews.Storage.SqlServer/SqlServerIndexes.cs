using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Storage.SqlServer;

/// <summary>Which columns the indexes of lists carry besides their keys.</summary>
internal static class SqlServerIndexes
{
    /// <summary>
    /// <c>HiddenSince</c>, since SQL Server looks a row up to check <c>IS NULL</c> again even where the index's filter
    /// says it, and of facts and links all references: an edge goes on to its target without reading the row.
    /// </summary>
    public static IEnumerable<string> Included(IReadOnlyEntityType table, IReadOnlyList<string> keys)
        => References(table).Prepend(nameof(GraphRow.HiddenSince)).Except(keys, StringComparer.Ordinal);

    /// <summary>The indexes of dates with their key columns and the columns that they carry.</summary>
    public static IEnumerable<(string Name, string[] Keys, string[] Included)> OfDates(IReadOnlyEntityType table)
        => from index in LiveIndexes.OfDates(table)
           select (index.Name, index.Columns, Included(table, index.Columns).ToArray());

    private static IEnumerable<string> References(IReadOnlyEntityType table)
        => table.ClrType.IsSubclassOf(typeof(Entity))
            ? []
            : table.GetForeignKeys().SelectMany(reference => reference.Properties).Select(property => property.Name)
                .Where(name => name != nameof(GraphRow.Id)).Distinct(StringComparer.Ordinal);
}
