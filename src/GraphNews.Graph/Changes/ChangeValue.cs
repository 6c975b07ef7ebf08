using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Changes;

/// <summary>How the change log spells the value of a column: JSON, enums and dates as answers show them.</summary>
internal static class ChangeValue
{
    // Arabic stays readable; the log is not HTML.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public const string Null = "null";

    /// <summary>What stands where a value was redacted, in the log and in columns that cannot be empty.</summary>
    public const string RedactedText = "[redacted]";

    /// <summary><see cref="RedactedText"/> as the log spells it.</summary>
    public const string Redacted = $"\"{RedactedText}\"";

    /// <summary>A date by its text; an unknown one is null.</summary>
    public static string Date(object? text) => text is string { Length: > 0 } known ? $"\"{known}\"" : Null;

    public static string Json(object? value) => value switch
    {
        null => Null,
        string text => JsonSerializer.Serialize(text, Options),
        long number => number.ToString(CultureInfo.InvariantCulture),
        Enum member => $"\"{EnumNames.Of(member)}\"",
        PartialDate date => Date(date.Text),
        _ => JsonSerializer.Serialize(value, value.GetType(), Options),
    };
}
