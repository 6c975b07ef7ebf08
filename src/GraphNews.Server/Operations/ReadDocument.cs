using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Costs;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Execution;
using GraphQLParser.AST;

namespace GraphNews.Server.Operations;

/// <summary>A document that was read, or why it cannot be. Nothing of it was compared with the schema yet.</summary>
internal sealed class ReadDocument
{
    private readonly GraphQLOperationDefinition[] _operations;
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, OperationCost> _costs = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<byte[]> _hash;

    public ReadDocument(string text, GraphQLDocument? syntax, GraphError? error)
    {
        Text = text;
        _hash = new Lazy<byte[]>(() => SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Syntax = syntax;
        Error = error;
        AsksForSchema = syntax is not null && IntrospectionUse.Of(syntax);
        _operations = syntax?.Definitions.OfType<GraphQLOperationDefinition>().ToArray() ?? [];
    }

    public string Text { get; }

    /// <summary>The SHA-256 of its text.</summary>
    public ReadOnlySpan<byte> Hash => _hash.Value;

    /// <summary>The document as a tree; null if it does not parse.</summary>
    public GraphQLDocument? Syntax { get; }

    /// <summary>Why it does not parse; null if it does.</summary>
    public GraphError? Error { get; }

    /// <summary>Whether it asks about the schema itself.</summary>
    public bool AsksForSchema { get; }

    /// <summary>What one of its operations may cost with these variables; without variables it is added up once.</summary>
    public OperationCost CostOf(GraphQLOperationDefinition operation, JsonElement? variables, SchemaBinding binding)
        => operation.Variables is { Count: > 0 }
            ? OperationCost.Of(binding, Syntax!, operation, variables)
            : _costs.GetOrAdd(operation, _ => OperationCost.Of(binding, Syntax!, operation, null));

    /// <summary>The operation of a name, or the only one where none is named; null if that names none, which the engine then tells.</summary>
    public GraphQLOperationDefinition? Operation(string? name)
        => name is null
            ? _operations is [var only] ? only : null
            : Array.Find(_operations, operation => operation.Name is { } known && known == name);
}
