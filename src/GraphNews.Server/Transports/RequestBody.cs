using System.Runtime.InteropServices;
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
        if (!IsUnicode(map)) throw NotUnicode(name);
        if (LongestNumber(map) is > NumberCharacters and var length)
            throw Malformed($"The member \"{name}\" holds a number of {length} characters; the limit is {NumberCharacters}. Send a longer one as a string.");
    }

    /// <summary>"Specifying null for optional request parameters is equivalent to not specifying them at all."</summary>
    private static JsonElement? Member(JsonElement body, string name, JsonValueKind kind)
    {
        if (!body.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null) return null;

        return member.ValueKind == kind
            ? member
            : throw Malformed($"The member \"{name}\" must be {(kind == JsonValueKind.String ? "a string" : "an object")}.");
    }

    /// <summary>JSON can hold half a surrogate pair or bytes that are no UTF-8; both throw where they are read, deep in an engine.</summary>
    public static bool IsUnicode(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(IsUnicode),
                JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsUnicode(member.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static int LongestNumber(JsonElement value)
    {
        var longest = value.ValueKind == JsonValueKind.Number ? JsonMarshal.GetRawUtf8Value(value).Length : 0;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) longest = Math.Max(longest, LongestNumber(item));
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject()) longest = Math.Max(longest, LongestNumber(member.Value));
        }

        return longest;
    }
}
