using System.Buffers;
using System.Text.Json;
using GraphNews.Server.Operations;

namespace GraphNews.Server.Transports.Sockets;

/// <summary>A message of a client, as the protocol graphql-transport-ws has it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Which operation; null where it is of none.</param>
/// <param name="Payload">What it carries, a JSON object; null if nothing.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement? Payload)
{
    /// <exception cref="SocketClosedException">4400: it is none of the protocol.</exception>
    public static SocketMessage Read(ReadOnlyMemory<byte> text)
    {
        JsonElement message;
        try
        {
            using var parsed = JsonDocument.Parse(text, RequestBody.Options);
            message = parsed.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Bad("The message is not JSON that can be read.");
        }

        if (message.ValueKind != JsonValueKind.Object || !JsonFacts.Of(message).IsUnicode) throw Bad("The message must be a JSON object, in Unicode.");
        if (Text(message, "type") is not { } type) throw Bad("The message has no \"type\".");

        JsonElement? payload = message.TryGetProperty("payload", out var given) && given.ValueKind != JsonValueKind.Null ? given : null;
        if (payload is { ValueKind: not JsonValueKind.Object }) throw Bad("The \"payload\" of a message must be an object.");
        return new SocketMessage(type, Text(message, "id"), payload);
    }

    /// <summary>The id, which the message must have.</summary>
    /// <exception cref="SocketClosedException">4400: it has none.</exception>
    public string RequireId() => Id is { Length: > 0 } id ? id : throw Bad($"The message \"{Shown}\" has no \"id\".");

    /// <summary>The operation that it carries.</summary>
    /// <exception cref="SocketClosedException">4400: it carries none.</exception>
    public OperationParameters RequireOperation()
    {
        try
        {
            return RequestBody.Read(Payload ?? throw Bad($"The message \"{Shown}\" has no \"payload\"."));
        }
        catch (RequestRefusedException refusal)
        {
            throw Bad(refusal.Message);
        }
    }

    /// <summary>The refusal of a message.</summary>
    public static SocketClosedException Bad(string reason) => new(CloseCode.BadRequest, reason);

    /// <summary>A message of the server.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="id">Which operation; null for none.</param>
    /// <param name="writePayload">Writes what it carries; null for nothing.</param>
    public static ReadOnlyMemory<byte> Write(string type, string? id = null, Action<Utf8JsonWriter>? writePayload = null)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            if (id is not null) writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, type);
            if (writePayload is not null)
            {
                writer.WritePropertyName("payload"u8);
                writePayload(writer);
            }

            writer.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    /// <summary>As much of the type as a reason has room for.</summary>
    public string Shown => Type.Length > 30 ? Type[..30] + "…" : Type;

    private static string? Text(JsonElement message, string name)
        => message.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
