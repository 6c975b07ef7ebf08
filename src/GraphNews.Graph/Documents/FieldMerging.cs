using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>
/// Whether fields of one response name can be merged. Source: GraphQL specification, "Field Selection Merging". Where the
/// specification compares each two, all are compared with the first of their group, which comes to the same and takes time in
/// proportion to the document (the idea is Simon Adameit's, for Sangria). Engines that compare pairs took minutes elsewhere.
/// </summary>
internal sealed class FieldMerging
{
    /// <summary>
    /// Fields looked at, of at most 4,000 that a document may hold. Types that exclude one another, inside one another, would
    /// multiply them; no document that means something does.
    /// </summary>
    private const int MostSteps = 100_000;

    private readonly SchemaBinding _binding;
    private readonly DocumentFragments _fragments;
    private readonly Dictionary<GraphQLField, string> _asked = new(ReferenceEqualityComparer.Instance);
    private int _steps;

    private FieldMerging(GraphQLDocument document, SchemaBinding binding)
    {
        _binding = binding;
        _fragments = new DocumentFragments(document);
    }

    /// <summary>The first conflict; null if there is none.</summary>
    /// <exception cref="GraphException"><c>TOO_MANY_FIELDS</c>.</exception>
    public static GraphError? Check(string text, GraphQLDocument document, SchemaBinding binding)
        => new FieldMerging(document, binding).Check(text, document);

    /// <summary>How many fields and fragments are looked at before it is known that a document has no conflict.</summary>
    public static int StepsOf(GraphQLDocument document, SchemaBinding binding)
    {
        var check = new FieldMerging(document, binding);
        return check.Check("", document) is null ? check._steps : throw new InvalidOperationException("The document has a conflict.");
    }

    private GraphError? Check(string text, GraphQLDocument document)
    {
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var fields = new List<PlacedField>();
            Collect(operation.SelectionSet, operation.Operation.ToString(), fields, []);
            if ((DifferentFields(fields) ?? DifferentShapes(fields)) is not { } conflict) continue;

            return new GraphError(
                $"The fields called \"{conflict.One.ResponseName}\" cannot be one field of the answer: {conflict.Reason}. Give one of them an alias.",
                ErrorCodes.ValidationFailed,
                [Place(conflict.One), Place(conflict.Other)]);
        }

        return null;

        GraphErrorLocation Place(PlacedField field)
        {
            var location = Location.FromLinearPosition(text, field.Field.Location.Start);
            return new GraphErrorLocation(location.Line, location.Column);
        }
    }

    /// <summary>Whatever type an answer has there, it must look the same.</summary>
    private Conflict? DifferentShapes(List<PlacedField> fields)
    {
        foreach (var group in fields.GroupBy(field => field.ResponseName, StringComparer.Ordinal))
        {
            var same = group.ToList();
            var first = same.Find(field => field.Definition is not null);
            if (first is not null && same.Find(field => field.Definition is not null && !SameShape(first.Definition!.Type, field.Definition.Type)) is { } other)
                return new Conflict(first, other, $"one is {first.Definition!.Type.Text()}, the other {other.Definition!.Type.Text()}");
            if (DifferentShapes(Below(same)) is { } below) return below;
        }

        return null;
    }

    /// <summary>Where an answer may be of the types of both, it must be the same field with the same arguments.</summary>
    private Conflict? DifferentFields(List<PlacedField> fields)
    {
        foreach (var group in fields.GroupBy(field => field.ResponseName, StringComparer.Ordinal))
        {
            foreach (var same in OfCommonTypes([.. group]))
            {
                var first = same[0];
                if (same.Find(field => Asked(field) != Asked(first)) is { } other)
                    return new Conflict(first, other, first.Field.Name.Value != other.Field.Name.Value ? $"one is {first.Field.Name}, the other {other.Field.Name}" : "their arguments differ");
                if (DifferentFields(Below(same)) is { } below) return below;
            }
        }

        return null;
    }

    /// <summary>Two object types exclude one another; an interface or union may be any of them.</summary>
    private IEnumerable<List<PlacedField>> OfCommonTypes(List<PlacedField> fields)
    {
        var byType = fields.Where(field => IsObject(field.Parent)).GroupBy(field => field.Parent!, StringComparer.Ordinal).ToList();
        if (byType.Count < 2) return [fields];

        var general = fields.Where(field => !IsObject(field.Parent)).ToList();
        return byType.Select(group => new List<PlacedField>([.. group, .. general]));
    }

    private List<PlacedField> Below(List<PlacedField> same)
    {
        var below = new List<PlacedField>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in same)
        {
            if (field.Field.SelectionSet is { } set) Collect(set, field.Definition is { } known ? TypeText.NamedTypeOf(known.Type) : null, below, visited);
        }

        return below;
    }

    /// <param name="set">The selections.</param>
    /// <param name="type">The type that they are selected of; null where the schema does not know it.</param>
    /// <param name="fields">Where the fields are added.</param>
    /// <param name="visited">The fragments that are there already.</param>
    private void Collect(GraphQLSelectionSet set, string? type, List<PlacedField> fields, HashSet<string> visited)
    {
        foreach (var node in set.Selections)
        {
            if (++_steps > MostSteps)
                throw new GraphException(ErrorCodes.TooManyFields, $"The document takes more than {MostSteps} comparisons to see that its fields can be merged. Ask for less inside fragments on different types, or in several requests.");

            switch (node)
            {
                case GraphQLField field:
                    fields.Add(new PlacedField(field, type, type is null ? null : _binding.Document.FieldOf(type, field.Name.StringValue)));
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition?.Type.Name.StringValue ?? type, fields, visited);
                    break;
                case GraphQLFragmentSpread spread when _fragments.Find(spread.FragmentName.Name.StringValue) is { } fragment && visited.Add(spread.FragmentName.Name.StringValue):
                    Collect(fragment.SelectionSet, fragment.TypeCondition.Type.Name.StringValue, fields, visited);
                    break;
            }
        }
    }

    private bool IsObject(string? type) => type is not null && _binding.Objects.ContainsKey(type);

    private string Asked(PlacedField field)
        => _asked.TryGetValue(field.Field, out var known) ? known : _asked[field.Field] = CanonicalText.Of(field.Field);

    private bool SameShape(GraphQLType one, GraphQLType other) => (one, other) switch
    {
        (GraphQLNonNullType a, GraphQLNonNullType b) => SameShape(a.Type, b.Type),
        (GraphQLListType a, GraphQLListType b) => SameShape(a.Type, b.Type),
        (GraphQLNamedType a, GraphQLNamedType b) => a.Name.Value == b.Name.Value || (IsComposite(a) && IsComposite(b)),
        _ => false,
    };

    private bool IsComposite(GraphQLNamedType type)
        => _binding.Objects.ContainsKey(type.Name.StringValue) || _binding.Abstracts.ContainsKey(type.Name.StringValue);

    private sealed record PlacedField(GraphQLField Field, string? Parent, GraphQLFieldDefinition? Definition)
    {
        public string ResponseName => (Field.Alias?.Name ?? Field.Name).StringValue;
    }

    private sealed record Conflict(PlacedField One, PlacedField Other, string Reason);
}
