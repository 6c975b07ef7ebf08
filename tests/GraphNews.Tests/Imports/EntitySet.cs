using System.Text.Json;

namespace GraphNews.Tests.Imports;

/// <summary>
/// FollowTheMoney entities to be compared: things by their ids, links, whose ids are numbers of a graph, by what they say. Values have no order.
/// Mentions and the proof that is an import's own file are left aside.
/// </summary>
internal static class EntitySet
{
    public static IReadOnlyList<string> Of(IEnumerable<string> lines)
        => [.. lines.Select(line => JsonElement.Parse(line)).Where(entity => entity.GetProperty("schema").GetString() != "Mention").Select(Text).Order(StringComparer.Ordinal)];

    private static string Text(JsonElement entity)
    {
        var id = entity.GetProperty("id").GetString()!;
        var properties = entity.GetProperty("properties").EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (property.Name, Values: string.Join('|', property.Value.EnumerateArray().Select(value => value.GetString()).Where(value => value != "dataset-test").Order(StringComparer.Ordinal))))
            .Where(property => property.Values.Length > 0);
        return $"{(id.Contains('.', StringComparison.Ordinal) ? "link" : id)} {entity.GetProperty("schema")} {string.Join("; ", properties.Select(property => $"{property.Name}={property.Values}"))}";
    }
}
