using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Graph.Costs;
using GraphNews.Graph.Execution;

namespace GraphNews.Server.Operations;

/// <summary>Writes a response as JSON. Source: GraphQL specification, section 7, "Response".</summary>
internal static class ResponseEnvelope
{
    // Arabic stays Arabic. That < and & stay as they are is safe: the content type is JSON, and browsers are told not to guess.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// Errors first, where readers look; then data, if execution began; then the graph version that the answer shows, and
    /// the one that the search index showed; and the cost of the operation, where it was asked for.
    /// </summary>
    public static void Write(IBufferWriter<byte> output, GraphResponse response, OperationCost? cost)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        if (response.Errors.Count > 0) WriteErrors(writer, response.Errors);
        if (response.WriteData is { } writeData)
        {
            writer.WritePropertyName("data"u8);
            writeData(writer);
        }

        if (response.Version is not null || cost is not null) WriteExtensions(writer, response, cost);
        writer.WriteEndObject();
    }

    private static void WriteExtensions(Utf8JsonWriter writer, GraphResponse response, OperationCost? cost)
    {
        writer.WriteStartObject("extensions"u8);
        if (response.Version is { } version) writer.WriteNumber("version"u8, version);
        if (response.SearchVersion is { } searched) writer.WriteNumber("searchVersion"u8, searched);
        if (cost is { } told)
        {
            writer.WriteStartObject("operationCost"u8);
            writer.WriteNumber("fieldCost"u8, told.FieldCost);
            writer.WriteNumber("typeCost"u8, told.TypeCost);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphError> errors)
    {
        writer.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("message"u8, error.Message);
            if (error.Locations.Count > 0) WriteLocations(writer, error.Locations);
            if (error.Path is { } path) WritePath(writer, path);
            writer.WriteStartObject("extensions"u8);
            writer.WriteString("code"u8, error.Code);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLocations(Utf8JsonWriter writer, IReadOnlyList<GraphErrorLocation> locations)
    {
        writer.WriteStartArray("locations"u8);
        foreach (var location in locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter writer, IReadOnlyList<object> path)
    {
        writer.WriteStartArray("path"u8);
        foreach (var step in path)
        {
            if (step is string name) writer.WriteStringValue(name);
            else writer.WriteNumberValue(Convert.ToInt64(step, System.Globalization.CultureInfo.InvariantCulture));
        }

        writer.WriteEndArray();
    }
}
