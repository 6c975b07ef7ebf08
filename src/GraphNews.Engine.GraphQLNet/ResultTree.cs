using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphQL.Execution;

namespace GraphNews.Engine;

/// <summary>The engine's result: read, and written as JSON.</summary>
internal static class ResultTree
{
    /// <summary>The node; null if a null was left of it.</summary>
    public static object? Remains(object? node) => node switch
    {
        null or NullExecutionNode or ObjectExecutionNode { SubFields: null } => null,
        ArrayExecutionNode { Items: null, SerializedResult: null } => null,
        ValueExecutionNode value => value.ToValue(),
        _ => node,
    };

    /// <summary>What remains under a response name or index.</summary>
    public static object? Child(object node, object step) => node switch
    {
        ObjectExecutionNode { SubFields: { } fields } => Remains(Array.Find(fields, field => field.Name == (string)step)),
        ArrayExecutionNode { Items: { } items } => Remains(items[(int)step]),
        _ => null,
    };

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
