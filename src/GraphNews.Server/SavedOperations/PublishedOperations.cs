using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Server.Caching;
using GraphNews.Server.Operations;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace GraphNews.Server.SavedOperations;

/// <summary>
/// The list of trusted documents for those who write clients: what each is called, what it asks and which variables it takes.
/// It changes only with the server, and so is written once.
/// </summary>
internal sealed class PublishedOperations(TrustedDocuments trusted, DocumentReader reader)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SDLPrinter Printer = new();

    private readonly Lazy<(byte[] Json, string Tag)> _list = new(() =>
    {
        var json = Write(trusted, reader);
        return (json, KeptAnswer.TagOf(json, version: null));
    });

    /// <summary>The list as JSON, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => _list.Value.Json;

    /// <summary>What names these bytes, for <c>ETag</c>.</summary>
    public string Tag => _list.Value.Tag;

    private static byte[] Write(TrustedDocuments trusted, DocumentReader reader)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("documents"u8);
            foreach (var (id, text) in trusted.Named)
            {
                writer.WriteStartObject();
                writer.WriteString("documentId"u8, id);
                writer.WriteString("sha256"u8, DocumentHash.Of(text));
                writer.WriteString("document"u8, text);
                writer.WriteStartArray("operations"u8);
                foreach (var operation in reader.Read(text).Syntax!.Definitions.OfType<GraphQLOperationDefinition>()) Write(writer, operation);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.Written.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, GraphQLOperationDefinition operation)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, operation.Name?.StringValue);
        writer.WriteString("type"u8, operation.Operation switch { OperationType.Mutation => "mutation", OperationType.Subscription => "subscription", _ => "query" });
        writer.WriteStartArray("variables"u8);
        foreach (var variable in operation.Variables?.AsEnumerable() ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, variable.Variable.Name.StringValue);
            writer.WriteString("type"u8, Printer.Print(variable.Type));
            writer.WriteString("default"u8, variable.DefaultValue is { } value ? Printer.Print(value) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
