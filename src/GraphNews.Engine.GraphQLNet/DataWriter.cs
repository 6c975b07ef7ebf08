using System.Text.Json;
using GraphQL.Execution;

namespace GraphNews.Engine;

/// <summary>Writes the engine's result tree as JSON.</summary>
internal static class DataWriter
{
    public static void Write(Utf8JsonWriter writer, ExecutionNode? node)
    {
        switch (node)
        {
            case null or NullExecutionNode:
                writer.WriteNullValue();
                break;
            case ValueExecutionNode value:
                WriteLeaf(writer, value.ToValue());
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
                foreach (var leaf in leaves) WriteLeaf(writer, leaf);
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

    private static void WriteLeaf(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(writer, value, value.GetType());
                break;
        }
    }
}
