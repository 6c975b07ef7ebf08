using System.Text.Json;

namespace GraphNews.Graph.Bundles;

/// <summary>Characters that JSON writes by their numbers. What is above U+FFFF takes two, and one alone is none.</summary>
internal static class EscapedCharacters
{
    /// <summary>Why a line is refused.</summary>
    public const string Reason = "The line has half of a character: what is written as \\ud800 to \\udfff comes in pairs.";

    /// <summary>Whether all texts of a line of JSON are Unicode, so that they can be read.</summary>
    /// <param name="json">The line.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static bool AreWhole(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) return true;

        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) _ = reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            // Nothing else tells.
            return false;
        }

        return true;
    }
}
