using System.Text.Json;
using GraphNews.Graph.Execution;
using HotChocolate.Execution.Processing;

namespace GraphNews.Engine;

/// <summary>The engine's result: read, and written as JSON.</summary>
internal static class ResultTree
{
    /// <summary>What a node holds under a response name or index.</summary>
    public static object? Child(object node, object step) => node switch
    {
        ObjectResult fields => ((IReadOnlyDictionary<string, object?>)fields)[(string)step],
        ListResult items => items[(int)step],
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case ObjectResult fields:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case ListResult items:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                LeafWriter.Write(writer, value);
                break;
        }
    }
}
