using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphQL.Execution;

namespace GraphNews.Engine;

/// <summary>What the schema tells of itself, as GraphQL.NET has answered it, written as JSON.</summary>
internal static class ResultTree
{
    public static void Write(Utf8JsonWriter writer, ExecutionNode? node)
    {
        switch (node)
        {
            case ValueExecutionNode value:
                LeafWriter.Write(writer, value.ToValue());
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    Write(writer, field);
                }

                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { SerializedResult: { } leaves }:
                writer.WriteStartArray();
                foreach (var leaf in leaves) LeafWriter.Write(writer, leaf);
                writer.WriteEndArray();
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
