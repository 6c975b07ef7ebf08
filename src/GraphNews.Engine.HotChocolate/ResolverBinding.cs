using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;
using HotChocolate.Configuration;
using HotChocolate.Execution;
using HotChocolate.Resolvers;
using HotChocolate.Types;
using HotChocolate.Types.Descriptors.Definitions;

namespace GraphNews.Engine;

/// <summary>Gives types and fields their code: root fields ask the walk, all others read its rows.</summary>
internal sealed class ResolverBinding(SchemaBinding binding) : TypeInterceptor
{
    public override void OnBeforeCompleteType(ITypeCompletionContext completionContext, DefinitionBase definition)
    {
        switch (definition)
        {
            case ObjectTypeDefinition type when binding.Objects.TryGetValue(type.Name, out var bound):
                type.IsOfType = (_, value) => value is Row row && row.Type == bound;
                foreach (var field in type.Fields.Where(field => !field.IsIntrospectionField))
                {
                    if (binding.IsRoot(bound)) field.Resolver = ResolveRootAsync;
                    else field.PureResolver = ReadSlot;
                    if (bound == binding.Subscription) field.SubscribeResolver = Subscribe;
                }

                break;
            case InterfaceTypeDefinition type:
                type.ResolveAbstractType = TypeOf;
                break;
            case UnionTypeDefinition type:
                type.ResolveAbstractType = TypeOf;
                break;
        }
    }

    private static ObjectType TypeOf(IResolverContext context, object value)
        => context.Schema.GetType<ObjectType>(((Row)value).Type.Name);

    private static async ValueTask<object?> ResolveRootAsync(IResolverContext context)
    {
        var engine = EngineContext.Of(context);
        var root = CompiledSelections.Of(context.Selection, context, engine.Binding);
        return await engine.Operation!.ResolveAsync(root, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Gives the event that the request is executed for; none where the subscription is only opened.</summary>
    private static ValueTask<ISourceStream> Subscribe(IResolverContext context)
    {
        var engine = EngineContext.Of(context);

        // The one field of a subscription is compiled with its @skip and @include, and subscribed to whatever they say.
        if (engine.Operation is null && context.Selection.IsIncluded(context.Operation.CreateIncludeFlags(context.Variables)))
            engine.Opened = CompiledSelections.Of(context.Selection, context, engine.Binding);
        return new ValueTask<ISourceStream>(new OneEvent(engine.Operation));
    }

    private static object? ReadSlot(IResolverContext context)
    {
        var value = context.Parent<Row>()[context.Selection.ResponseName];
        return value is GraphException refusal ? throw refusal : value;
    }
}
