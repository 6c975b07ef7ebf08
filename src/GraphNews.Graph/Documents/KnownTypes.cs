using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>
/// Whether the schema has the types that a document names. Source: GraphQL specification, "Fragment Spread Type Existence".
/// Engines look for names that are like each unknown one among hundreds; here the first ends it.
/// </summary>
internal static class KnownTypes
{
    /// <summary>The first type that the schema does not have; null if it has all.</summary>
    public static GraphError? Check(string text, GraphQLDocument document, SchemaBinding binding)
    {
        if (document.Definitions.SelectMany(Named).FirstOrDefault(type => !IsKnown(type.Name.StringValue, binding)) is not { } unknown) return null;

        var location = Location.FromLinearPosition(text, unknown.Location.Start);
        return new GraphError(
            $"The schema has no type {unknown.Name}.", ErrorCodes.ValidationFailed, [new GraphErrorLocation(location.Line, location.Column)]);
    }

    private static bool IsKnown(string name, SchemaBinding binding)
        => binding.Document.Types.ContainsKey(name) || ScalarNames.IsBuiltIn(name) || name.StartsWith("__", StringComparison.Ordinal);

    private static IEnumerable<GraphQLNamedType> Named(ASTNode definition) => definition switch
    {
        GraphQLOperationDefinition operation
            => (operation.Variables?.AsEnumerable() ?? []).Select(variable => Inside(variable.Type)).Concat(Conditions(operation.SelectionSet)),
        GraphQLFragmentDefinition fragment => Conditions(fragment.SelectionSet).Prepend(fragment.TypeCondition.Type),
        _ => [],
    };

    private static IEnumerable<GraphQLNamedType> Conditions(GraphQLSelectionSet? set)
    {
        foreach (var node in set?.Selections ?? [])
        {
            if (node is GraphQLInlineFragment { TypeCondition: { } condition }) yield return condition.Type;
            foreach (var below in Conditions((node as IHasSelectionSetNode)?.SelectionSet)) yield return below;
        }
    }

    private static GraphQLNamedType Inside(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Inside(nonNull.Type),
        GraphQLListType list => Inside(list.Type),
        _ => (GraphQLNamedType)type,
    };
}
