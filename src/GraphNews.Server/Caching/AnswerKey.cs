using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Server.Operations;

namespace GraphNews.Server.Caching;

/// <summary>
/// All that an answer depends on besides the graph's version: document, operation, variables, role, languages. It is
/// their SHA-256, so that a key is small whatever was sent, and nobody can make two questions that have the same.
/// </summary>
/// <param name="Left">The first half of the hash.</param>
/// <param name="Right">The other half.</param>
internal sealed record AnswerKey(UInt128 Left, UInt128 Right)
{
    /// <summary>Two requests whose variables differ only in spaces, in the order of members or in how characters are escaped have the same key.</summary>
    public static AnswerKey Of(PreparedOperation operation, Caller caller, IReadOnlyList<string> languages)
    {
        var text = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartArray();
            writer.WriteBase64StringValue(operation.Document.Hash);
            writer.WriteStringValue(operation.Parameters.OperationName);
            writer.WriteNumberValue((int)caller.Role);
            writer.WriteStartArray();
            foreach (var language in languages) writer.WriteStringValue(language);
            writer.WriteEndArray();
            if (operation.Parameters.Variables is { } variables) Write(writer, variables);
            else WriteNone(writer);
            writer.WriteEndArray();
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.WrittenSpan, hash);
        return new AnswerKey(BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteNone(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }
}
