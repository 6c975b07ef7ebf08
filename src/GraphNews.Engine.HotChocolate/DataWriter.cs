using System.Text.Json;
using GraphNews.Graph.Execution;
using HotChocolate.Execution.Processing;

namespace GraphNews.Engine;

/// <summary>Writes the engine's result tree as JSON.</summary>
internal static class DataWriter
{
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
