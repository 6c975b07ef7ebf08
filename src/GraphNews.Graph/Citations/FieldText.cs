using System.Globalization;
using System.Reflection;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Citations;

/// <summary>How citations, claims and disputes spell the value of a field: as answers show it, an entity by its slug.</summary>
internal static class FieldText
{
    private const string Key = "Id";

    /// <summary>The schema's name of a column's field.</summary>
    public static string Field(IPropertyBase property)
        => CamelCase.Of(IsReference(property) ? property.Name[..^Key.Length] : property.Name);

    /// <summary>The column of a field that sources can give; null if the row has none of that name.</summary>
    public static IPropertyBase? Column(RowTable table, string field)
        => Columns(table).FirstOrDefault(property => Field(property) == field && IsClaimed(property));

    /// <summary>The columns of a row that say something: neither keys nor what the writer derives.</summary>
    public static IEnumerable<IPropertyBase> Columns(RowTable table)
        => table.Model.GetProperties()
            .Where(property => !property.IsPrimaryKey() && !Derived.Is(property.PropertyInfo!.DeclaringType!, property.Name))
            .Concat<IPropertyBase>(table.Model.GetComplexProperties());

    /// <summary>The value of a row's column as text; null if it is unknown.</summary>
    public static async Task<string?> OfAsync(GraphEdit edit, GraphRow row, IPropertyBase property, CancellationToken cancel)
        => property.PropertyInfo!.GetValue(row) switch
        {
            null => null,
            PartialDate date => date.IsUnknown ? null : date.Text,
            string text => text,
            Enum member => EnumNames.Of(member),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
            long id when IsReference(property) => await SlugAsync(edit, id, cancel).ConfigureAwait(false),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    // A slug is the graph's, who states a fact is whoever wrote it; and what is not published shows in no dispute.
    private static bool IsClaimed(IPropertyBase property)
        => property.Name is not (nameof(Entity.Slug) or nameof(Fact.StatedBy)) && property.PropertyInfo!.GetCustomAttribute<NotPublishedAttribute>() is null;

    private static bool IsReference(IPropertyBase property) => property is IProperty column && column.IsForeignKey();

    // The last slug is the one that shows; facts have none.
    private static async Task<string> SlugAsync(GraphEdit edit, long id, CancellationToken cancel)
        => ((edit.New.Rows.GetValueOrDefault(id) as Entity) ?? edit.Context.ChangeTracker.Entries<Entity>().FirstOrDefault(entry => entry.Entity.Id == id)?.Entity)?.Slug
            ?? await edit.Context.Slugs.Where(slug => slug.NodeId == id).Select(slug => slug.Value).FirstOrDefaultAsync(cancel).ConfigureAwait(false)
            ?? id.ToString(CultureInfo.InvariantCulture);
}
