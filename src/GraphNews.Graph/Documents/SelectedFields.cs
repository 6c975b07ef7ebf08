using GraphNews.Graph.Binding;
using GraphNews.Graph.Costs;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>The fields of an answer, in the order in which they are selected. What <c>@skip</c> and <c>@include</c> leave out is none.</summary>
internal sealed class SelectedFields(SchemaBinding binding, GraphQLDocument document, GivenValues values)
{
    private readonly DocumentFragments _fragments = new(document);

    /// <summary>The fields of a selection set on a type.</summary>
    public IReadOnlyList<SelectedField> Of(GraphQLSelectionSet set, string type) => Merge([(set, type)]);

    /// <summary>The fields below a field.</summary>
    public IReadOnlyList<SelectedField> Below(SelectedField field) => Merge(field.Fields.Select(one => (one.SelectionSet!, field.Type!)));

    private List<SelectedField> Merge(IEnumerable<(GraphQLSelectionSet Set, string Type)> sets)
    {
        var found = new List<(GraphQLField Field, string Type)>();
        foreach (var (set, type) in sets) Collect(set, type, found, new HashSet<string>(StringComparer.Ordinal));
        return [.. found.GroupBy(placed => (placed.Field.Alias?.Name ?? placed.Field.Name).StringValue, StringComparer.Ordinal).Select(same =>
        {
            var definition = same.Select(placed => binding.Document.FieldOf(placed.Type, placed.Field.Name.StringValue)).FirstOrDefault(known => known is not null);
            return new SelectedField(same.Key, definition is null ? null : TypeText.NamedTypeOf(definition.Type), IsList(definition?.Type), [.. same.Select(placed => placed.Field)]);
        })];
    }

    private void Collect(GraphQLSelectionSet set, string type, List<(GraphQLField Field, string Type)> found, HashSet<string> visited)
    {
        foreach (var node in set.Selections.Where(IsIncluded))
        {
            switch (node)
            {
                case GraphQLField field:
                    found.Add((field, type));
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition?.Type.Name.StringValue ?? type, found, visited);
                    break;
                case GraphQLFragmentSpread spread when _fragments.Find(spread.FragmentName.Name.StringValue) is { } fragment && visited.Add(fragment.FragmentName.Name.StringValue):
                    Collect(fragment.SelectionSet, fragment.TypeCondition.Type.Name.StringValue, found, visited);
                    break;
            }
        }
    }

    private bool IsIncluded(ASTNode node)
        => ((node as IHasDirectivesNode)?.Directives ?? Enumerable.Empty<GraphQLDirective>()).All(directive => directive.Name.StringValue switch
        {
            "skip" => values.Truth(directive.Arguments?[0].Value) != true,
            "include" => values.Truth(directive.Arguments?[0].Value) != false,
            _ => true,
        });

    private static bool IsList(GraphQLType? type) => type is GraphQLListType or GraphQLNonNullType { Type: GraphQLListType };
}
