using System.Text.Json;

namespace GraphNews.Server.Operations;

/// <summary>What a client sent for one operation, whichever way it came.</summary>
internal sealed record OperationParameters
{
    /// <summary>The GraphQL document; null where the client names one instead.</summary>
    public string? Query { get; init; }

    /// <summary>The name or hash of a saved operation; null where the client sends the document, or names it by an extension.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document; null if it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables, a JSON object; null if none were sent.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>What protocols beside GraphQL add, a JSON object; null if nothing was sent.</summary>
    public JsonElement? Extensions { get; init; }

    /// <summary>Whether the client wants to know what the operation costs.</summary>
    public CostReport CostReport { get; init; }
}
