using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>What an operation selects, read from its document: arguments and directives as the engine has coerced them.</summary>
internal sealed class AstSelections : SelectionSet
{
    private static readonly Dictionary<string, object?> NoArguments = [];

    private readonly CoercedOperation _operation;
    private readonly SchemaBinding _binding;
    private readonly IReadOnlyList<GraphQLSelectionSet> _sets;

    private AstSelections(CoercedOperation operation, SchemaBinding binding, IReadOnlyList<GraphQLSelectionSet> sets)
    {
        _operation = operation;
        _binding = binding;
        _sets = sets;
    }

    /// <summary>All that an operation selects at its root.</summary>
    public static AstSelections Of(CoercedOperation operation, SchemaBinding binding) => new(operation, binding, [operation.Definition.SelectionSet]);

    protected override IReadOnlyList<ShownField> Collect(ObjectBinding type)
    {
        var fields = new List<(string Name, GraphQLField First, List<GraphQLSelectionSet> Below)>();
        foreach (var set in _sets) Collect(set, type, fields);
        return [.. fields.Select(field => new ShownField(
            field.Name,
            IsOfSchema(field.First) ? null : new Selection(
                field.Name,
                type.Field(field.First.Name.StringValue),
                Arguments(field.First),
                field.Below.Count > 0 ? new AstSelections(_operation, _binding, field.Below) : null),
            field.First.Location.Start))];
    }

    /// <summary>Whether a field is one that the specification adds to every schema.</summary>
    private static bool IsOfSchema(GraphQLField field) => field.Name.StringValue is "__typename" or "__schema" or "__type";

    private void Collect(
        GraphQLSelectionSet set, ObjectBinding type, List<(string Name, GraphQLField First, List<GraphQLSelectionSet> Below)> fields)
    {
        foreach (var node in set.Selections.Where(Included))
        {
            switch (node)
            {
                case GraphQLField field:
                    var name = (field.Alias?.Name ?? field.Name).StringValue;
                    var known = fields.FindIndex(existing => existing.Name == name);
                    if (known < 0)
                    {
                        known = fields.Count;
                        fields.Add((name, field, []));
                    }

                    if (field.SelectionSet is { } below) fields[known].Below.Add(below);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, type):
                    Collect(inline.SelectionSet, type, fields);
                    break;
                case GraphQLFragmentSpread spread when Fragment(spread) is { } fragment && Applies(fragment.TypeCondition, type):
                    Collect(fragment.SelectionSet, type, fields);
                    break;
            }
        }
    }

    private GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread)
        => _operation.Document.Definitions.OfType<GraphQLFragmentDefinition>()
            .FirstOrDefault(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);

    private bool Applies(GraphQLTypeCondition? condition, ObjectBinding type)
    {
        if (condition is null) return true;

        var name = condition.Type.Name.StringValue;
        return name == type.Name
            || (_binding.Abstracts.TryGetValue(name, out var general) && general.PossibleTypes.Contains(type));
    }

    private bool Included(ASTNode node)
    {
        if (_operation.Directives?.TryGetValue(node, out var directives) != true) return true;
        return !(directives!.TryGetValue("skip", out var skip) && skip.GetArgument("if", false))
            && !(directives.TryGetValue("include", out var include) && !include.GetArgument("if", true));
    }

    private Dictionary<string, object?> Arguments(GraphQLField field)
    {
        if (_operation.Arguments?.TryGetValue(field, out var given) != true) return NoArguments;

        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        var written = new WrittenInput(_operation);
        foreach (var (name, argument) in given!)
        {
            if (argument.Source != ArgumentSource.FieldDefault)
                arguments.Add(name, written.InOrder(argument.Value, field.Arguments!.First(node => node.Name == name).Value));
        }

        return arguments;
    }
}
