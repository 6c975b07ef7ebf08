using System.Text.Json;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Subscriptions;
using GraphQLParser.AST;

namespace GraphNews.Graph.Execution;

/// <summary>One operation that a client asks for.</summary>
public sealed record GraphRequest
{
    /// <summary>The GraphQL document.</summary>
    public required string Query { get; init; }

    /// <summary>The document as <see cref="QueryDocument.Read"/> gave it; null if it was not read yet.</summary>
    public GraphQLDocument? Document { get; init; }

    /// <summary>Which operation of the document; null if it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables, a JSON object; null if none were sent.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The languages that the client prefers, best first (Accept-Language), BCP 47; may be empty.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The version that the answer must show at least; null if any will do.</summary>
    public long? MinVersion { get; init; }

    /// <summary>Who asks.</summary>
    public Caller Caller { get; init; } = Caller.Anonymous;

    /// <summary>What a subscription is executed for; null for queries and mutations.</summary>
    public GraphEvent? Event { get; init; }
}
