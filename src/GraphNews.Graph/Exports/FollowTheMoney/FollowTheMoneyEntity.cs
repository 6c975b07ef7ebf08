using System.Text.Json;

namespace GraphNews.Graph.Exports.FollowTheMoney;

/// <summary>An entity: an id, a schema, and properties that each have any number of texts.</summary>
/// <param name="id">Its id: an entity's slug, or a kind and a number with a point between, which no slug has.</param>
/// <param name="schema">What it is in FollowTheMoney.</param>
internal sealed class FollowTheMoneyEntity(string id, string schema)
{
    /// <summary>The data set that its entities say they are of: their ids are slugs of a GraphNews.</summary>
    public const string Dataset = "graphnews";

    private readonly List<(string Name, List<string> Values)> _properties = [];

    /// <summary>Ids of what was merged into it, which lead to it.</summary>
    public IReadOnlyList<string> Referents { get; init; } = [];

    /// <summary>Adds a value of a property, once.</summary>
    public void Add(string property, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        var values = _properties.Find(known => known.Name == property).Values;
        if (values is null) _properties.Add((property, values = []));
        if (!values.Contains(value)) values.Add(value);
    }

    /// <summary>Adds values of a property.</summary>
    public void Add(string property, IEnumerable<string?> values)
    {
        foreach (var value in values) Add(property, value);
    }

    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in _properties) WriteList(json, name, values);
        json.WriteEndObject();
        if (Referents.Count > 0) WriteList(json, "referents", Referents);
        WriteList(json, "datasets", [Dataset]);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
