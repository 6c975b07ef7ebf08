using GraphNews.Graph.Dates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Model;

/// <summary>
/// The indexes that lists are read by. They hold only rows that show, in the order of the list, the id last.
/// EF Core cannot index members of complex properties: an index that holds a <see cref="PartialDate"/> is kept as an
/// annotation of the model and created by the migrations with SQL; a test compares the model with the database.
/// </summary>
internal static class LiveIndexes
{
    private const string Annotation = "GraphNews:LiveIndex:";

    /// <summary>An index of the rows that show. A date counts as its earliest and its latest day.</summary>
    public static void HasLiveIndex<T>(this EntityTypeBuilder<T> row, params string[] properties)
        where T : class
    {
        var name = $"IX_{row.Metadata.GetTableName()}_{string.Join('_', properties)}";
        var dates = properties.Where(p => typeof(T).GetProperty(p)!.PropertyType == typeof(PartialDate)).ToArray();
        if (dates.Length == 0)
        {
            row.HasIndex(properties, name).HasDatabaseName(name).HasFilter(RowModel.Live);
            return;
        }

        var columns = properties.SelectMany(IEnumerable<string> (p) =>
            dates.Contains(p) ? [$"{p}_{nameof(PartialDate.Earliest)}", $"{p}_{nameof(PartialDate.Latest)}"] : [p]);
        row.HasAnnotation(Annotation + name, string.Join(',', columns));
    }

    /// <summary>The indexes of a table that EF Core does not know, by name, with their columns.</summary>
    public static IEnumerable<(string Name, string[] Columns)> OfDates(IReadOnlyEntityType table)
        => from annotation in table.GetAnnotations()
           where annotation.Name.StartsWith(Annotation, StringComparison.Ordinal)
           select (annotation.Name[Annotation.Length..], ((string)annotation.Value!).Split(','));
}
