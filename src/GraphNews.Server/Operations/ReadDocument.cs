using GraphNews.Graph.Execution;
using GraphQLParser.AST;

namespace GraphNews.Server.Operations;

/// <summary>A document that was read, or why it cannot be. Nothing of it was compared with the schema yet.</summary>
internal sealed class ReadDocument
{
    private readonly GraphQLOperationDefinition[] _operations;

    public ReadDocument(string text, GraphQLDocument? syntax, GraphError? error)
    {
        Text = text;
        Syntax = syntax;
        Error = error;
        _operations = syntax?.Definitions.OfType<GraphQLOperationDefinition>().ToArray() ?? [];
    }

    public string Text { get; }

    /// <summary>The document as a tree; null if it does not parse.</summary>
    public GraphQLDocument? Syntax { get; }

    /// <summary>Why it does not parse; null if it does.</summary>
    public GraphError? Error { get; }

    /// <summary>The operation of a name, or the only one where none is named; null if that names none, which the engine then tells.</summary>
    public GraphQLOperationDefinition? Operation(string? name)
        => name is null
            ? _operations is [var only] ? only : null
            : Array.Find(_operations, operation => operation.Name is { } known && known == name);
}
