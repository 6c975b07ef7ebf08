using System.Collections.Concurrent;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>What an operation selects, read from its document: arguments and directives as the engine has coerced them.</summary>
internal sealed class AstSelections : SelectionSet
{
    private readonly IExecutionContext _execution;
    private readonly SchemaBinding _binding;
    private readonly IReadOnlyList<GraphQLSelectionSet> _sets;
    private readonly ConcurrentDictionary<ObjectBinding, IReadOnlyList<Selection>> _byType = [];

    private AstSelections(IExecutionContext execution, SchemaBinding binding, IReadOnlyList<GraphQLSelectionSet> sets)
    {
        _execution = execution;
        _binding = binding;
        _sets = sets;
    }

    /// <summary>The selection of a root field.</summary>
    public static Selection Root(IResolveFieldContext context, ObjectBinding root, FieldBinding field, SchemaBinding binding)
    {
        // The engine merges fields of one response name into one call; the first of them stands for all.
        var name = (context.FieldAst.Alias?.Name ?? context.FieldAst.Name).StringValue;
        return OfOperation(context.ExecutionContext, binding).For(root).First(selection => selection.ResponseName == name && selection.Field == field);
    }

    /// <summary>All that an operation selects at its root.</summary>
    public static AstSelections OfOperation(IExecutionContext execution, SchemaBinding binding) => new(execution, binding, [execution.Operation.SelectionSet]);

    public override IReadOnlyList<Selection> For(ObjectBinding type) => _byType.GetOrAdd(type, Collect);

    /// <summary>Source: GraphQL specification, CollectFields.</summary>
    private List<Selection> Collect(ObjectBinding type)
    {
        var fields = new List<(string Name, GraphQLField First, List<GraphQLSelectionSet> Below)>();
        foreach (var set in _sets) Collect(set, type, fields);
        return [.. fields.Select(field => new Selection(
            field.Name,
            type.Field(field.First.Name.StringValue),
            Arguments(field.First),
            field.Below.Count > 0 ? new AstSelections(_execution, _binding, field.Below) : null))];
    }

    private void Collect(
        GraphQLSelectionSet set, ObjectBinding type, List<(string Name, GraphQLField First, List<GraphQLSelectionSet> Below)> fields)
    {
        foreach (var node in set.Selections.Where(Included))
        {
            switch (node)
            {
                case GraphQLField { Name.StringValue: "__typename" or "__schema" or "__type" }:
                    break;
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
        => _execution.Document.Definitions.OfType<GraphQLFragmentDefinition>()
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
        if (_execution.DirectiveValues?.TryGetValue(node, out var directives) != true) return true;
        return !(directives!.TryGetValue("skip", out var skip) && skip.GetArgument("if", false))
            && !(directives.TryGetValue("include", out var include) && !include.GetArgument("if", true));
    }

    private Dictionary<string, object?> Arguments(GraphQLField field)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (_execution.ArgumentValues?.TryGetValue(field, out var given) != true) return arguments;

        var written = new WrittenInput(_execution);
        foreach (var (name, argument) in given!)
        {
            if (argument.Source != ArgumentSource.FieldDefault)
                arguments.Add(name, written.InOrder(argument.Value, field.Arguments!.First(node => node.Name == name).Value));
        }

        return arguments;
    }
}
