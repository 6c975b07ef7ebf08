using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>The fragments of a document by their names.</summary>
internal sealed class DocumentFragments
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);

    public DocumentFragments(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    /// <summary>The fragment of that name; null if there is none, which validation refuses.</summary>
    public GraphQLFragmentDefinition? Find(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>
    /// The fields of a selection set, those of its fragments among them, each fragment once. Source: GraphQL specification,
    /// "CollectFields"; directives are passed over.
    /// </summary>
    /// <param name="set">The selection set.</param>
    /// <param name="applies">Whether a fragment on a type is meant.</param>
    public List<GraphQLField> Fields(GraphQLSelectionSet set, Func<string, bool> applies)
    {
        var fields = new List<GraphQLField>();
        Collect(set, applies, fields, new HashSet<string>(StringComparer.Ordinal));
        return fields;
    }

    private void Collect(GraphQLSelectionSet set, Func<string, bool> applies, List<GraphQLField> fields, HashSet<string> visited)
    {
        foreach (var node in set.Selections)
        {
            switch (node)
            {
                case GraphQLField field:
                    fields.Add(field);
                    break;
                case GraphQLInlineFragment inline when inline.TypeCondition is null || applies(inline.TypeCondition.Type.Name.StringValue):
                    Collect(inline.SelectionSet, applies, fields, visited);
                    break;
                case GraphQLFragmentSpread spread when visited.Add(spread.FragmentName.Name.StringValue) && Find(spread.FragmentName.Name.StringValue) is { } fragment && applies(fragment.TypeCondition.Type.Name.StringValue):
                    Collect(fragment.SelectionSet, applies, fields, visited);
                    break;
            }
        }
    }
}
