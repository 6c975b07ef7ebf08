using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;

namespace GraphNews.Server.Transports;

/// <summary>Reads the parameters of a request out of its JSON. Source: GraphQL over HTTP, "Request Parameters" and "JSON Encoding".</summary>
internal static class RequestBody
{
    /// <summary>How a body is parsed: no comments, and a member that is there twice says nothing certain.</summary>
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The request; its variables live as long as the body does.</summary>
    /// <exception cref="RequestRefusedException">It is "not a well-formed GraphQL-over-HTTP request".</exception>
    public static GraphRequest Read(JsonElement body, IReadOnlyList<string> languages)
    {
        if (body.ValueKind == JsonValueKind.Array)
            throw Malformed("The body is a list of requests. Send one request at a time, as a JSON object.");
        if (body.ValueKind != JsonValueKind.Object)
            throw Malformed("The body must be a JSON object such as {\"query\": \"{ graph { version } }\"}.");

        Member(body, "extensions", JsonValueKind.Object);
        return new GraphRequest
        {
            Query = Text(body, "query") ?? throw Malformed("The member \"query\" is missing. It holds the GraphQL document, as a string."),
            OperationName = Text(body, "operationName") is { Length: > 0 } name ? name : null,
            Variables = Variables(body),
            Languages = languages,
        };
    }

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

    private static JsonElement? Variables(JsonElement body)
    {
        var variables = Member(body, "variables", JsonValueKind.Object);
        return variables is not { } given || IsUnicode(given) ? variables : throw NotUnicode("variables");
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
    private static bool IsUnicode(JsonElement value)
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

    /// <summary>The refusal of a member whose text cannot be read.</summary>
    public static RequestRefusedException NotUnicode(string name)
        => Malformed($"The member \"{name}\" holds text that is not Unicode: bytes that are no UTF-8, or half a surrogate pair.");

    private static RequestRefusedException Malformed(string message)
        => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);
}
