using GraphNews.Graph.Binding;
using GraphNews.Graph.Documents;
using GraphQLParser.AST;

namespace GraphNews.Graph.Costs;

/// <summary>
/// Adds an operation's cost up, each selection set once however often fragments bring it. Of the types that a field may lead
/// to the dearest counts. What <c>@skip</c> and <c>@include</c> leave out counts as well.
/// </summary>
internal sealed class CostAnalysis(SchemaBinding binding, GraphQLDocument document, GivenValues values)
{
    /// <summary>
    /// The whole schema holds tens of thousands of values, whichever of them are asked for: so much that it is written ten
    /// times at most in an operation of the default limits.
    /// </summary>
    private static readonly OperationCost WholeSchema = new(1_000, 1_000);

    private static readonly OperationCost OneTypeOfSchema = new(100, 100);

    private readonly DocumentFragments _fragments = new(document);
    private readonly InputCosts _inputs = new(binding.Costs, values);
    private readonly Dictionary<(GraphQLSelectionSet Set, string Type), OperationCost> _known = [];

    public OperationCost Of(GraphQLOperationDefinition operation)
    {
        var root = operation.Operation.ToString();
        return new OperationCost(0, binding.Costs.OfType(root)) + Of(operation.SelectionSet, root, null, null);
    }

    /// <param name="set">The selections below a field.</param>
    /// <param name="type">The type that the field leads to.</param>
    /// <param name="parent">What the schema says of that field; null at the root.</param>
    /// <param name="field">The field itself.</param>
    private OperationCost Of(GraphQLSelectionSet set, string type, CostedField? parent, GraphQLField? field)
    {
        if (_known.TryGetValue((set, type), out var known)) return known;

        var cost = default(OperationCost);
        foreach (var possible in PossibleTypes(type)) cost = OperationCost.Max(cost, OfObject(set, possible, parent, field));
        return _known[(set, type)] = cost;
    }

    private OperationCost OfObject(GraphQLSelectionSet set, string type, CostedField? parent, GraphQLField? parentField)
    {
        var cost = default(OperationCost);
        foreach (var same in _fragments.Fields(set, condition => Applies(condition, type)).GroupBy(field => (field.Alias?.Name ?? field.Name).StringValue, StringComparer.Ordinal))
        {
            var first = same.First();
            if (first.Name == "__schema") cost += WholeSchema;
            else if (first.Name == "__type") cost += OneTypeOfSchema;
            else if (binding.Costs.OfField(type, first.Name.StringValue) is { } costed) cost += OfField([.. same], costed, parent, parentField);
        }

        return cost;
    }

    /// <summary>Fields of one response name are asked for once: what is below them is added up.</summary>
    private OperationCost OfField(IReadOnlyList<GraphQLField> same, CostedField costed, CostedField? parent, GraphQLField? parentField)
    {
        var below = default(OperationCost);
        foreach (var field in same.Where(field => field.SelectionSet is not null)) below += Of(field.SelectionSet!, costed.Type, costed, field);

        var size = costed.IsList ? same.Max(field => SizeOf(field, costed, parent, parentField)) : 1;
        var own = costed.Weight + same.Max(field => _inputs.Of(field, costed));
        return new OperationCost(Math.Max(0, own + (below.FieldCost * size)), (binding.Costs.OfType(costed.Type) + below.TypeCost) * size);
    }

    private double SizeOf(GraphQLField field, CostedField costed, CostedField? parent, GraphQLField? parentField)
    {
        if (costed.Size is { SizedFields: [] } own) return SizeOf(field, own);
        return parent?.Size is { } size && size.SizedFields.Contains(field.Name.StringValue) ? SizeOf(parentField!, size) : 1;
    }

    private double SizeOf(GraphQLField field, ListSize size)
    {
        var asked = (field.Arguments?.AsEnumerable() ?? [])
            .Where(argument => size.SlicingArguments.Contains(argument.Name.StringValue))
            .Max(argument => values.SizeIn(argument.Value));
        return Math.Clamp(asked ?? size.Assumed, 0, size.Longest);
    }

    private IEnumerable<string> PossibleTypes(string type)
        => binding.Abstracts.TryGetValue(type, out var general) ? general.PossibleTypes.Select(possible => possible.Name) : [type];

    private bool Applies(string condition, string type)
        => condition == type || (binding.Abstracts.TryGetValue(condition, out var general) && general.PossibleTypes.Any(possible => possible.Name == type));
}
