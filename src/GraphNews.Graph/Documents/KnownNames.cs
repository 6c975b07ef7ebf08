using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>
/// Whether the schema has the types and fields that a document names. Engines compare each unknown name with hundreds of known
/// ones, to tell which are like it; so they are given few.
/// </summary>
internal static class KnownNames
{
    /// <summary>As many unknown fields as somebody mistypes who writes by hand.</summary>
    private const int MostUnknownFields = 20;

    /// <summary>The first unknown type, or how many unknown fields there are where these are many; null if the engine may look.</summary>
    public static GraphError? Check(string text, GraphQLDocument document, SchemaBinding binding)
    {
        if (document.Definitions.SelectMany(Types).FirstOrDefault(type => !IsKnown(type.Name.StringValue, binding)) is { } unknown)
            return Refuse($"The schema has no type {unknown.Name}.", unknown);

        var fields = document.Definitions.SelectMany(definition => UnknownFields(definition, binding)).ToList();
        return fields.Count > MostUnknownFields
            ? Refuse($"The document asks for {fields.Count} fields that their types do not have; the first is {fields[0].Name}.", fields[0])
            : null;

        GraphError Refuse(string message, ASTNode node)
        {
            var location = Location.FromLinearPosition(text, node.Location.Start);
            return new GraphError(message, ErrorCodes.ValidationFailed, [new GraphErrorLocation(location.Line, location.Column)]);
        }
    }

    private static bool IsKnown(string name, SchemaBinding binding)
        => binding.Document.Types.ContainsKey(name) || ScalarNames.IsBuiltIn(name) || name.StartsWith("__", StringComparison.Ordinal);

    private static IEnumerable<GraphQLNamedType> Types(ASTNode definition) => definition switch
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

    private static IEnumerable<GraphQLField> UnknownFields(ASTNode definition, SchemaBinding binding) => definition switch
    {
        GraphQLOperationDefinition operation => UnknownFields(operation.SelectionSet, operation.Operation.ToString(), binding),
        GraphQLFragmentDefinition fragment => UnknownFields(fragment.SelectionSet, fragment.TypeCondition.Type.Name.StringValue, binding),
        _ => [],
    };

    /// <param name="set">The selections.</param>
    /// <param name="type">The type that they are selected of; null where the schema does not know it, and in the schema itself.</param>
    /// <param name="binding">The schema.</param>
    private static IEnumerable<GraphQLField> UnknownFields(GraphQLSelectionSet? set, string? type, SchemaBinding binding)
    {
        if (type?.StartsWith("__", StringComparison.Ordinal) == true) type = null;
        foreach (var node in set?.Selections ?? [])
        {
            var below = type;
            if (node is GraphQLField field)
            {
                var known = type is null ? null : binding.Document.FieldOf(type, field.Name.StringValue);
                if (type is not null && known is null && !field.Name.StringValue.StartsWith("__", StringComparison.Ordinal)) yield return field;
                below = known is null ? null : TypeText.NamedTypeOf(known.Type);
            }

            if (node is GraphQLInlineFragment { TypeCondition: { } condition }) below = condition.Type.Name.StringValue;
            foreach (var unknown in UnknownFields((node as IHasSelectionSetNode)?.SelectionSet, below, binding)) yield return unknown;
        }
    }

    private static GraphQLNamedType Inside(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Inside(nonNull.Type),
        GraphQLListType list => Inside(list.Type),
        _ => (GraphQLNamedType)type,
    };
}
