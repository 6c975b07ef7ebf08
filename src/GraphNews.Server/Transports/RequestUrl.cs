using System.Text.Json;
using GraphNews.Server.Operations;

namespace GraphNews.Server.Transports;

/// <summary>
/// Reads the parameters of a request out of its URL. Source: GraphQL over HTTP, "GET": each parameter once, <c>variables</c>
/// and <c>extensions</c> as JSON texts.
/// </summary>
internal static class RequestUrl
{
    /// <summary>The parameters of one operation.</summary>
    /// <exception cref="RequestRefusedException">It is "not a well-formed GraphQL-over-HTTP request".</exception>
    public static OperationParameters Read(IQueryCollection parameters) => new()
    {
        Query = Text(parameters, "query"),
        DocumentId = Text(parameters, "documentId"),
        OperationName = Text(parameters, "operationName"),
        Variables = Map(parameters, "variables"),
        Extensions = Map(parameters, "extensions"),
    };

    /// <summary>An empty one is none: that is how forms and proxies leave a parameter out.</summary>
    private static string? Text(IQueryCollection parameters, string name)
    {
        var values = parameters[name];
        if (values.Count > 1) throw RequestBody.Malformed($"The parameter \"{name}\" is in the address {values.Count} times.");
        return values is [{ Length: > 0 } value] ? value : null;
    }

    private static JsonElement? Map(IQueryCollection parameters, string name)
    {
        if (Text(parameters, name) is not { } text) return null;

        try
        {
            // It outlives this call, and is not large: addresses are short.
            using var parsed = JsonDocument.Parse(text, RequestBody.Options);
            if (parsed.RootElement.ValueKind == JsonValueKind.Null) return null;
            if (parsed.RootElement.ValueKind != JsonValueKind.Object) throw RequestBody.Malformed($"The parameter \"{name}\" must be a JSON object, encoded for an address.");

            RequestBody.Check(parsed.RootElement, name);
            return parsed.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw RequestBody.Malformed($"The parameter \"{name}\" is not JSON that can be read. It must be a JSON object, encoded for an address.");
        }
    }
}
