using GraphNews.Graph.Errors;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>
/// How a document asks about the schema itself. The schema is a circle: each type has fields, each field a type, so that each
/// level multiplies the answer by the fields of a type.
/// </summary>
public sealed class IntrospectionUse
{
    /// <summary>Types and their fields are two: what every client asks. The fields of the types of these fields would be a third.</summary>
    private const int MostLists = 2;

    private readonly DocumentFragments _fragments;
    private readonly Dictionary<string, int> _measured = new(StringComparer.Ordinal);

    private IntrospectionUse(GraphQLDocument document) => _fragments = new DocumentFragments(document);

    /// <summary>Whether the document asks about the schema.</summary>
    public static bool Of(GraphQLDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Definitions.OfType<IHasSelectionSetNode>().Any(definition => Asks(definition.SelectionSet));
    }

    /// <exception cref="GraphException"><c>TOO_DEEP</c>.</exception>
    internal static void Check(GraphQLDocument document)
    {
        var use = new IntrospectionUse(document);
        foreach (var definition in document.Definitions.OfType<IHasSelectionSetNode>()) use.CheckBelow(definition.SelectionSet);
    }

    private static bool Asks(GraphQLSelectionSet? set)
        => set?.Selections.Any(node => node is GraphQLField { Name.StringValue: "__schema" or "__type" } || Asks((node as IHasSelectionSetNode)?.SelectionSet)) == true;

    private void CheckBelow(GraphQLSelectionSet? set)
    {
        foreach (var node in set?.Selections ?? [])
        {
            if (node is not GraphQLField { Name.StringValue: "__schema" or "__type" } asked) CheckBelow((node as IHasSelectionSetNode)?.SelectionSet);
            else if (Lists(asked.SelectionSet) is > MostLists and var lists)
                throw new GraphException(ErrorCodes.TooDeep, $"The document asks for lists of types and fields inside one another, {lists} deep; the limit is {MostLists}. Ask for types and their fields, and put them together yourself.");
        }
    }

    private int Lists(GraphQLSelectionSet? set) => set?.Selections.Select(Lists).DefaultIfEmpty().Max() ?? 0;

    private int Lists(ASTNode node) => node switch
    {
        GraphQLField { Name.StringValue: "types" or "fields" or "inputFields" or "interfaces" or "possibleTypes" } list => Lists(list.SelectionSet) + 1,
        GraphQLFragmentSpread spread => Lists(spread.FragmentName.Name.StringValue),
        _ => Lists((node as IHasSelectionSetNode)?.SelectionSet),
    };

    private int Lists(string fragment)
    {
        if (_measured.TryGetValue(fragment, out var known)) return known;

        return _measured[fragment] = Lists(_fragments.Find(fragment)?.SelectionSet);
    }
}
