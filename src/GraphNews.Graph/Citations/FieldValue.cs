using System.Globalization;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Citations;

/// <summary>Reads the value of a field as citations and disputes spell it: the way back from <see cref="FieldText"/>.</summary>
internal static class FieldValue
{
    /// <summary>The texts of a kind that are no columns.</summary>
    public static bool IsText(NodeKind kind, string field) => (kind, field) switch
    {
        (NodeKind.Meeting or NodeKind.Agreement, "title" or "summary") => true,
        (NodeKind.Official or NodeKind.Agency, "description") => true,
        _ => false,
    };

    /// <summary>The value of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">Its text.</param>
    /// <param name="slugs">What slugs lead to; only for references.</param>
    /// <param name="path">Where the text stands in the input.</param>
    /// <exception cref="InputException">The text is no value of the column.</exception>
    public static object Parse(IPropertyBase column, string text, IReadOnlyDictionary<string, long> slugs, IReadOnlyList<string> path)
    {
        if (column is IComplexProperty) return PartialDate.TryParse(text, out var date, out var error) ? date : throw Wrong(error, path);
        if (column is IProperty key && key.IsForeignKey())
            return slugs.TryGetValue(text, out var id) ? id : throw Wrong($"The field refers to another entity, and there is none of the slug '{text}'.", path);

        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (type == typeof(string)) return text;
        if (type.IsEnum) return EnumNames.Find(type, text) ?? throw Wrong($"It has to be one of {string.Join(", ", EnumNames.All(type))}, and not {text}.", path);
        if (type == typeof(double)) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("It has to be a number.", path);
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong("It has to be a day, such as 2025-01-28.", path);
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? moment.ToUniversalTime()
            : throw Wrong("It has to be a point in time, such as 2025-01-29T12:00:00Z.", path);
    }

    private static InputException Wrong(string message, IReadOnlyList<string> path) => InputException.Value(ErrorCodes.InvalidInput, message, path);
}
