using System.Data.Common;
using System.Text.Json;

namespace GraphNews.Limit.Statements;

/// <summary>Columns of a row that may be null, and their JSON.</summary>
internal static class RowValues
{
    public static string? Text(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    public static int? Number(this DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetInt32(ordinal);

    /// <summary>A day; null where it is not known.</summary>
    public static string? Day(this DbDataReader row, int ordinal)
    {
        if (row.IsDBNull(ordinal)) return null;
        if (row.GetFieldType(ordinal) == typeof(string)) return row.GetString(ordinal);
        return row.GetFieldValue<DateOnly>(ordinal).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    /// <summary>A partial date as the object <c>{ text }</c>; null where it is unknown.</summary>
    public static void WriteDateText(this Utf8JsonWriter json, string name, string text)
    {
        if (text.Length == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>An object with one value; null where there is none.</summary>
    public static void WriteObjectOf(this Utf8JsonWriter json, string name, string field, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString(field, value);
        json.WriteEndObject();
    }
}
