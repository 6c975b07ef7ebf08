using System.Text.Json;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Mutations;

/// <summary>
/// Makes a record of an input, so that what somebody writes and what an import brings are read by the same rules: ids
/// become keys, texts of several languages an object by language.
/// </summary>
internal static class InputRecord
{
    private static readonly string[] Control = ["id", "expectedVersion", "reason", "idempotencyKey"];

    /// <summary>The record of an input.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="input">The input.</param>
    /// <param name="rules">How it is read.</param>
    public static BundleRecord Of(NodeKind kind, IReadOnlyDictionary<string, object?> input, InputRules rules)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", kind.ToString());
            foreach (var (field, value) in input.Where(field => !Control.Contains(field.Key)))
            {
                writer.WritePropertyName(field);
                Write(writer, value, field, rules.Path + field);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return new BundleRecord("", 0, document.RootElement.Clone()) { Input = rules };
    }

    private static void Write(Utf8JsonWriter writer, object? value, string field, string path)
    {
        switch (value)
        {
            case IReadOnlyList<object?> texts when field is "title" or "summary" or "description":
                WriteTexts(writer, texts, path);
                break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                for (var i = 0; i < items.Count; i++) Write(writer, items[i], field, $"{path}[{i}]");
                writer.WriteEndArray();
                break;
            case IReadOnlyDictionary<string, object?> { Count: 1 } parts when parts.TryGetValue("identifier", out var identifier) && identifier is not null:
                Write(writer, identifier, field, $"{path}.identifier");
                break;
            case IReadOnlyDictionary<string, object?> parts:
                WriteObject(writer, parts, path);
                break;
            case string text:
                writer.WriteStringValue(Kept(text, path));
                break;
            default:
                JsonSerializer.Serialize(writer, value);
                break;
        }
    }

    private static string Kept(string text, string path)
        => WrittenCharacters.CanBeKept(text)
            ? text
            : throw InputException.Value(Errors.ErrorCodes.InvalidInput, "It has U+0000 or half of a surrogate pair, which cannot be kept as they are.", InputPath.Of(path));

    private static void WriteObject(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> parts, string path)
    {
        writer.WriteStartObject();
        foreach (var (part, value) in parts.Where(part => part.Value is not null))
        {
            writer.WritePropertyName(part);
            if (part == "id") writer.WriteNumberValue(InputIds.Decode((string)value!, null, InputPath.Of($"{path}.id")).Id);
            else Write(writer, value, part, $"{path}.{part}");
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, IReadOnlyList<object?> texts, string path)
    {
        var languages = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        writer.WriteStartObject();
        for (var i = 0; i < texts.Count; i++)
        {
            var text = (IReadOnlyDictionary<string, object?>)texts[i]!;
            var language = (string)text["language"]!;
            if (!languages.Add(language))
                throw InputException.Value(Errors.ErrorCodes.InvalidInput, $"There is more than one text in the language '{language}'.", InputPath.Of($"{path}[{i}].language"));
            writer.WriteString(Kept(language, $"{path}[{i}].language"), Kept((string)text["value"]!, $"{path}[{i}].value"));
        }

        writer.WriteEndObject();
    }
}
