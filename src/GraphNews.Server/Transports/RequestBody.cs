using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Server.Operations;

namespace GraphNews.Server.Transports;

/// <summary>Reads the parameters of a request out of its JSON. Source: GraphQL over HTTP, "Request Parameters" and "JSON Encoding".</summary>
internal static class RequestBody
{
    /// <summary>The longest number, in characters: a double has at most 24 that count. Engines read longer ones digit by digit, in time by their square.</summary>
    public const int NumberCharacters = 100;

    /// <summary>How a body is parsed: no comments, and a member that is there twice says nothing certain.</summary>
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The parameters of one operation; their JSON lives as long as the body does.</summary>
    /// <exception cref="RequestRefusedException">It is "not a well-formed GraphQL-over-HTTP request".</exception>
    public static OperationParameters Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw Malformed("The body must be a JSON object such as {\"query\": \"{ graph { version } }\"}.");

        return new OperationParameters
        {
            Query = Text(body, "query"),
            DocumentId = Text(body, "documentId"),
            OperationName = Text(body, "operationName") is { Length: > 0 } name ? name : null,
            Variables = Map(body, "variables"),
            Extensions = Map(body, "extensions"),
        };
    }

    /// <summary>The refusal of a request that names no document.</summary>
    public static RequestRefusedException NoDocument()
        => Malformed("The parameter \"query\" is missing, which holds the GraphQL document as a string, and so is \"documentId\", which names a saved one.");

    /// <summary>The refusal of a member whose text cannot be read.</summary>
    public static RequestRefusedException NotUnicode(string name)
        => Malformed($"The member \"{name}\" holds text that is not Unicode: bytes that are no UTF-8, or half a surrogate pair.");

    /// <summary>The refusal of a request that is not well formed.</summary>
    public static RequestRefusedException Malformed(string message)
        => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);

    private static string? Text(JsonElement body, string name)
    {
        if (Member(body, name, JsonValueKind.String) is not { } member) return null;

        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode(name);
        }
    }

    private static JsonElement? Map(JsonElement body, string name)
    {
        var map = Member(body, name, JsonValueKind.Object);
        if (map is { } given) Check(given, name);
        return map;
    }

    /// <summary>Refuses what would fail deep in an engine, or keep it busy.</summary>
    /// <exception cref="RequestRefusedException">A text is not Unicode, or a number too long.</exception>
    public static void Check(JsonElement map, string name)
    {
        var facts = JsonFacts.Of(map);
        if (!facts.IsUnicode) throw NotUnicode(name);
        if (facts.LongestNumber > NumberCharacters)
            throw Malformed($"The member \"{name}\" holds a number of {facts.LongestNumber} characters; the limit is {NumberCharacters}. Send a longer one as a string.");
    }

    /// <summary>"Specifying null for optional request parameters is equivalent to not specifying them at all."</summary>
    private static JsonElement? Member(JsonElement body, string name, JsonValueKind kind)
    {
        if (!body.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null) return null;

        return member.ValueKind == kind
            ? member
            : throw Malformed($"The member \"{name}\" must be {(kind == JsonValueKind.String ? "a string" : "an object")}.");
    }
}
