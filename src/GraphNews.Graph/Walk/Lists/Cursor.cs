using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Walk;

/// <summary>
/// A place in a list: base64url of a JSON array with a mark of the list, the sort keys of a row, and its id. So a page
/// costs the same wherever it begins, and rows written meanwhile neither repeat nor vanish.
/// </summary>
internal static class Cursor
{
    /// <summary>A mark that is the same for the same list with the same filter in the same order.</summary>
    public static string MarkOf(string list)
        => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 6));

    public static string Encode(string mark, IReadOnlyList<object?> keys)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(mark);
            foreach (var key in keys) JsonSerializer.Serialize(writer, key);
            writer.WriteEndArray();
        }

        return Base64Url.EncodeToString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>The keys that a cursor of this list holds.</summary>
    /// <exception cref="GraphException"><c>INVALID_CURSOR</c>: it is no cursor, or one of another list, filter or order.</exception>
    public static IReadOnlyList<object> Decode(string cursor, string mark, IReadOnlyList<Type> types)
    {
        try
        {
            using var parsed = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
            var items = parsed.RootElement.EnumerateArray().ToList();
            if (items.Count == types.Count + 1 && items[0].GetString() == mark)
                return [.. items.Skip(1).Zip(types, Value)];
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw Invalid(cursor, error);
        }

        throw Invalid(cursor, null);
    }

    private static object Value(JsonElement item, Type type)
    {
        if (type == typeof(string)) return item.GetString()!;
        if (type == typeof(long)) return item.GetInt64();
        if (type == typeof(int)) return item.GetInt32();
        if (type == typeof(double)) return item.GetDouble();
        if (type == typeof(DateOnly)) return DateOnly.ParseExact(item.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return item.GetDateTime().ToUniversalTime();
    }

    private static GraphException Invalid(string cursor, Exception? inner)
    {
        var shown = cursor.Length > 40 ? cursor[..40] + "…" : cursor;
        return new GraphException(
            ErrorCodes.InvalidCursor,
            $"\"{shown}\" is no cursor of this list with this filter and order. Take cursors from edges or pageInfo of the same field with the same where and order.",
            inner);
    }
}
