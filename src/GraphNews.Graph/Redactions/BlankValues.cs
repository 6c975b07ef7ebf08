using System.Globalization;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Redactions;

/// <summary>Which columns of a node can be blanked, and what then stands there.</summary>
internal static class BlankValues
{
    // Who said something stays; what a citation is about, and in which language a name is, tells nothing without the rest.
    private static readonly string[] Kept =
    [
        nameof(Entity.Slug), nameof(Fact.StatedBy), nameof(Citation.AssertedBy), nameof(Citation.Field), nameof(Name.Language), nameof(Name.Script), nameof(Places.Country.Code),
    ];

    /// <summary>The slug of an entity whose slug was redacted.</summary>
    public static string Slug(long id) => string.Create(CultureInfo.InvariantCulture, $"redacted-{id}");

    /// <summary>The columns that hold a field of a row, with what belongs to it.</summary>
    /// <exception cref="InputException">The row has no such field, or it holds nothing that can be blanked.</exception>
    public static IReadOnlyList<IPropertyBase> Columns(RowTable table, string field, IReadOnlyList<string> path)
    {
        var column = FieldText.Columns(table).FirstOrDefault(column => FieldText.Field(column) == field);
        if (column is null || Array.IndexOf(Kept, column.Name) >= 0 || !IsBlankable(column))
        {
            var known = FieldText.Columns(table).Where(other => Array.IndexOf(Kept, other.Name) < 0 && IsBlankable(other)).Select(FieldText.Field);
            throw InputException.Value(
                ErrorCodes.InvalidInput, $"The field '{field}' of {table.Kind} holds nothing that can be blanked. Those that do are {string.Join(", ", known)}; what is wrong as a whole is retracted.", path);
        }

        string[] others = column.Name switch
        {
            nameof(SourceArticle.Text) => [nameof(SourceArticle.ContentHash)],
            nameof(Citation.Quote) => [nameof(Citation.Start), nameof(Citation.End)],
            _ => [],
        };
        return [column, .. others.Select(other => table.Model.FindProperty(other)!)];
    }

    /// <summary>Blanks columns of a row.</summary>
    public static void Set(NodeRow row, IReadOnlyList<IPropertyBase> columns)
    {
        foreach (var column in columns)
        {
            column.PropertyInfo!.SetValue(row, column switch
            {
                IComplexProperty => PartialDate.Unknown,
                IProperty { IsNullable: false } => ChangeValue.RedactedText,
                _ => null,
            });
        }

        // A citation points somewhere, if only to where something was.
        if (row is Citation { Quote: null, Locator: null } citation) citation.Locator = ChangeValue.RedactedText;
    }

    private static bool IsBlankable(IPropertyBase column)
        => column is IComplexProperty || (column is IProperty property && !property.IsForeignKey() && property.Name != nameof(SourceArticle.ContentHash)
            && (property.ClrType == typeof(string) || (property.IsNullable && Nullable.GetUnderlyingType(property.ClrType)?.IsEnum == false)));
}
