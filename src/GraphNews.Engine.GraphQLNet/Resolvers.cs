using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;
using GraphQL;
using GraphQL.Resolvers;

namespace GraphNews.Engine;

/// <summary>Resolves a root field: gives the walk the whole selection and waits for its rows.</summary>
internal sealed class RootResolver(ObjectBinding type, FieldBinding field) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var operation = ((EngineContext)context.UserContext).Operation;
        var root = AstSelections.Root(context, type, field, ((EngineContext)context.UserContext).Binding);
        return await operation.ResolveAsync(root, context.CancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Resolves every other field: reads the slot of its response name.</summary>
internal sealed class SlotResolver : IFieldResolver
{
    public static SlotResolver Instance { get; } = new();

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var name = context.FieldAst.Alias?.Name ?? context.FieldAst.Name;
        var value = ((Row)context.Source!)[name.StringValue];
        return value is GraphException refusal ? throw refusal : new ValueTask<object?>(value);
    }
}

/// <summary>What resolvers share during one operation.</summary>
internal sealed class EngineContext(SchemaBinding binding, GraphOperation operation) : Dictionary<string, object?>
{
    public SchemaBinding Binding { get; } = binding;

    public GraphOperation Operation { get; } = operation;
}
