using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphNews.Graph.Documents;

/// <summary>
/// What every engine asks of a document before it validates it. Engines' own parsers let different mistakes pass, and
/// not all of them bound their recursion: so all are asked here, in the same words.
/// </summary>
public static class QueryDocument
{
    private static readonly ParserOptions Options = new() { Ignore = IgnoreOptions.Comments, MaxDepth = 400 };

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="binding">The schema.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="error">What is wrong with it; null if the document is returned.</param>
    /// <returns>The document, well formed but not validated.</returns>
    public static GraphQLDocument? Read(string text, SchemaBinding binding, DocumentLimits limits, out GraphError? error)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            if (ShortLines.Of(text) is { } shorter) Parser.Parse(shorter.Text, Options);
            var document = Parser.Parse(text, Options);
            error = Refusal(text, document, binding);
            if (error is not null) return null;

            WrittenOut.Check(document, limits);
            DocumentCount.Check(document, limits);
            IntrospectionUse.Check(document);
            error = KnownNames.Check(text, document, binding) ?? FieldMerging.Check(text, document, binding);
            return error is null ? document : null;
        }
        catch (GraphQLSyntaxErrorException mistake)
        {
            error = new GraphError($"The document does not parse: {mistake.Description}", ErrorCodes.SyntaxError, [PlaceOf(mistake, text)]);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            error = new GraphError("The document nests too deep. Ask for less, or in several requests.", ErrorCodes.TooDeep, []);
        }
        catch (GraphException limit)
        {
            error = new GraphError(limit.Message, limit.Code, []);
        }

        return null;
    }

    /// <summary>Where in the document a mistake is, whose place is told in shorter lines.</summary>
    private static GraphErrorLocation PlaceOf(GraphQLSyntaxErrorException mistake, string text)
    {
        var (line, column) = (mistake.Location.Line, mistake.Location.Column);
        if (ShortLines.Of(text) is { } shorter)
        {
            var place = Location.FromLinearPosition(text, shorter.PositionOf(line, column));
            (line, column) = (place.Line, place.Column);
        }

        return new GraphErrorLocation(line, column);
    }

    private static GraphError? Refusal(string text, GraphQLDocument document, SchemaBinding binding)
    {
        // Source: GraphQL specification, "Document": one definition or more.
        if (document.Definitions.Count == 0)
            return new GraphError("The document does not parse: it is empty.", ErrorCodes.SyntaxError, [new GraphErrorLocation(1, 1)]);

        foreach (var definition in document.Definitions)
        {
            if (definition is not (GraphQLOperationDefinition or GraphQLFragmentDefinition))
                return Invalid("A document to execute holds operations and fragments only, no types.", definition);
            if (definition is GraphQLOperationDefinition operation && !binding.Document.Types.ContainsKey(operation.Operation.ToString()))
                return Invalid($"The schema has no type {operation.Operation}: it knows no such operations.", definition);
        }

        return document.Definitions.Exists(definition => definition is GraphQLOperationDefinition)
            ? null
            : new GraphError("The document holds no operation.", ErrorCodes.UnknownOperation, []);

        GraphError Invalid(string message, ASTNode place)
        {
            var location = Location.FromLinearPosition(text, place.Location.Start);
            return new GraphError(message, ErrorCodes.ValidationFailed, [new GraphErrorLocation(location.Line, location.Column)]);
        }
    }
}
