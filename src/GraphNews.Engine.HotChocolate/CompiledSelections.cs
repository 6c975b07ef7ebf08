using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using HotChocolate.Execution.Processing;
using HotChocolate.Resolvers;
using HotChocolate.Types;
using Selection = GraphNews.Graph.Walk.Selection;

namespace GraphNews.Engine;

/// <summary>What an operation selects, as Hot Chocolate has compiled it: fragments and directives are resolved.</summary>
internal sealed class CompiledSelections : SelectionSet
{
    private readonly ISelection _parent;
    private readonly IResolverContext _context;
    private readonly SchemaBinding _binding;

    private CompiledSelections(ISelection parent, IResolverContext context, SchemaBinding binding)
    {
        _parent = parent;
        _context = context;
        _binding = binding;
    }

    /// <summary>A field with all that is selected below it.</summary>
    public static Selection Of(ISelection selected, IResolverContext context, SchemaBinding binding) => new(
        selected.ResponseName,
        binding.Objects[selected.DeclaringType.Name].Field(selected.Field.Name),
        new LiteralValues(context).Of(selected.SyntaxNode, selected.Field.Arguments),
        selected.SelectionSet is null ? null : new CompiledSelections(selected, context, binding));

    protected override IReadOnlyList<ShownField> Collect(ObjectBinding type)
        => [.. _context.GetSelections(_context.Schema.GetType<ObjectType>(type.Name), _parent)
            .Select(selected => new ShownField(selected.ResponseName, selected.Field.IsIntrospectionField ? null : Of(selected, _context, _binding)))];
}
