using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace GraphNews.Server.Transports;

/// <summary>What a JSON value holds that would fail deep in an engine, or keep it busy; read in one pass over its bytes.</summary>
/// <param name="IsUnicode">Whether all its texts and names can be read: JSON can hold half a surrogate pair, or bytes that are no UTF-8.</param>
/// <param name="Values">How many values: itself, and all that is in its lists and objects.</param>
/// <param name="LongestNumber">The characters of its longest number; 0 if it has none.</param>
internal readonly record struct JsonFacts(bool IsUnicode, int Values, int LongestNumber)
{
    /// <summary>Looks through a value that was parsed as JSON.</summary>
    public static JsonFacts Of(JsonElement value)
    {
        var (isUnicode, values, longest) = (true, 0, 0);
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value), new JsonReaderOptions { MaxDepth = RequestBody.Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) isUnicode = isUnicode && CanBeRead(ref reader);
            if (reader.TokenType == JsonTokenType.Number) longest = Math.Max(longest, reader.ValueSpan.Length);
            if (IsValue(reader.TokenType)) values++;
        }

        return new JsonFacts(isUnicode, values, longest);
    }

    /// <summary>Whether a value begins there.</summary>
    public static bool IsValue(JsonTokenType token) => token is not (JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject);

    private static bool CanBeRead(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return Utf8.IsValid(reader.ValueSpan);

        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
