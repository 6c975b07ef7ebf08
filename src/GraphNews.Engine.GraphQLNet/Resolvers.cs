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
        var engine = (EngineContext)context.UserContext;
        var root = AstSelections.Root(context, type, field, engine.Binding);
        return await engine.Operation!.ResolveAsync(root, context.CancellationToken).ConfigureAwait(false);
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
/// <param name="binding">The schema.</param>
/// <param name="operation">What root fields ask; null where a subscription is opened.</param>
internal sealed class EngineContext(SchemaBinding binding, GraphOperation? operation) : Dictionary<string, object?>
{
    public SchemaBinding Binding { get; } = binding;

    public GraphOperation? Operation { get; } = operation;

    /// <summary>The root field of a subscription that was opened; null if it selects none, or several.</summary>
    public Selection? Opened { get; set; }
}
