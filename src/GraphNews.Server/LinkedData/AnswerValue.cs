using System.Text.Json;

namespace GraphNews.Server.LinkedData;

/// <summary>A value of an answer, which may be null or not there: then all below it is nothing.</summary>
internal readonly struct AnswerValue(JsonElement value)
{
    /// <summary>What is below it by a name.</summary>
    public AnswerValue this[string name] => new(value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var below) ? below : default);

    /// <summary>Whether there is one.</summary>
    public bool Exists => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>It as text; null if there is none, or it is an object or list.</summary>
    public string? Text => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>The items of a list, or the nodes of a connection.</summary>
    public IEnumerable<AnswerValue> Items => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(item => new AnswerValue(item)),
        JsonValueKind.Object => this["nodes"].Items,
        _ => [],
    };

    /// <summary>What a page or a reference calls an entity.</summary>
    public string? Label => this["title"].Text ?? this["headline"].Text ?? this["name"].Text ?? this["summary"].Text ?? this["slug"].Text;
}
