using System.Text.Json;

namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>An entity as its source sent it: each property has any number of texts.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Schema">What it is in FollowTheMoney.</param>
/// <param name="Content">The JSON object.</param>
internal sealed record SourceEntity(int Line, string Id, string Schema, JsonElement Content)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Ids of what was merged into it.</summary>
    public IEnumerable<string> Referents => Texts(Content, "referents").Where(id => id != Id);

    /// <summary>Whether it is from an export of a GraphNews, so that its id is a slug.</summary>
    public bool IsOwn => Texts(Content, "datasets").Contains(Exports.FollowTheMoney.FollowTheMoneyEntity.Dataset);

    /// <summary>The properties that nobody has asked for.</summary>
    public IEnumerable<string> Unread => Content.GetProperty("properties").EnumerateObject().Select(property => property.Name).Where(name => !_read.Contains(name));

    /// <summary>Whether a property has a value. That does not count as reading it.</summary>
    public bool Has(string property) => Texts(Content.GetProperty("properties"), property).Any();

    /// <summary>The values of some properties, each once, in their order.</summary>
    public IReadOnlyList<string> Values(params string[] properties)
    {
        _read.UnionWith(properties);
        return [.. properties.SelectMany(property => Texts(Content.GetProperty("properties"), property)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The first value of some properties; null if there is none.</summary>
    public string? First(params string[] properties) => Values(properties) is [var first, ..] ? first : null;

    /// <summary>The first value of a property to the letter; null if there is none.</summary>
    public string? Verbatim(string property)
    {
        _read.Add(property);
        if (!Content.GetProperty("properties").TryGetProperty(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>Reads an object; the reason why it is no entity otherwise.</summary>
    public static (SourceEntity? Entity, string? Wrong) Read(int line, JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Object) return (null, "The line is JSON, but no object.");
        if (Text(content, "id") is not { Length: > 0 } id) return (null, "The entity has no id.");
        if (Text(content, "schema") is not { Length: > 0 } schema) return (null, $"The entity {id} has no schema.");
        return content.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? (new SourceEntity(line, id, schema, content), null)
            : (null, $"The entity {id} has no properties, which have to be an object of lists of texts.");
    }

    private static string? Text(JsonElement content, string field) => content.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A list of texts; sources write one text without its list, and numbers without quotes.</summary>
    private static IEnumerable<string> Texts(JsonElement content, string field)
    {
        if (!content.TryGetProperty(field, out var value)) return [];
        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return items.Select(item => item.ValueKind switch
        {
            JsonValueKind.String => item.GetString()!.Trim(),
            JsonValueKind.Number => item.GetRawText(),
            _ => "",
        }).Where(text => text.Length > 0);
    }
}
