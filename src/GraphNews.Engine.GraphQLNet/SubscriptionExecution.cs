using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace GraphNews.Engine;

/// <summary>
/// Executes subscriptions as the specification does: each event as a query. The stream of events is the graph's, so that
/// GraphQL.NET's own, which pushes them and keeps what nobody has taken, is not used.
/// </summary>
internal sealed class EventExecuter : DocumentExecuter
{
    protected override IExecutionStrategy SelectExecutionStrategy(ExecutionContext context)
        => context.Operation.Operation != OperationType.Subscription ? base.SelectExecutionStrategy(context)
            : ((EngineContext)context.UserContext).Operation is null ? SubscriptionOpening.Instance
            : ParallelExecutionStrategy.Instance;
}

/// <summary>Notes what a subscription asks for, and executes nothing.</summary>
internal sealed class SubscriptionOpening : ParallelExecutionStrategy
{
    public static new SubscriptionOpening Instance { get; } = new();

    public override Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var engine = (EngineContext)context.UserContext;
        engine.Opened = AstSelections.OfOperation(context, engine.Binding).For(engine.Binding.Subscription!) is [var root] ? root : null;
        return Task.FromResult(new ExecutionResult { Executed = true });
    }
}

/// <summary>The engine wants every field of a subscription to have a stream; <see cref="EventExecuter"/> asks none for it.</summary>
internal sealed class NoStream : ISourceStreamResolver
{
    public static NoStream Instance { get; } = new();

    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) => throw new NotSupportedException();
}
