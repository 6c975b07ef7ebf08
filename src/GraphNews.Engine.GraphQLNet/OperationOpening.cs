using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Execution;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace GraphNews.Engine;

/// <summary>
/// Has GraphQL.NET validate and coerce an operation, and then opens it instead of executing it: field by field it takes longer than
/// the database does. Only what the schema tells of itself is GraphQL.NET's to answer.
/// </summary>
internal sealed class OpeningExecuter : DocumentExecuter
{
    protected override IExecutionStrategy SelectExecutionStrategy(ExecutionContext context) => OperationOpening.Instance;
}

/// <summary>Notes what an operation asks for.</summary>
internal sealed class OperationOpening : ParallelExecutionStrategy
{
    public static new OperationOpening Instance { get; } = new();

    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var opening = (OpeningContext)context.UserContext;
        var root = GetOperationRootType(context);
        opening.Opened = new GoodOperation(
            opening.Binding.Objects[root.Name],
            AstSelections.Of(CoercedOperation.Of(context), opening.Binding),
            context.Document.Source.ToString(),
            await OfSchemaAsync(context, root).ConfigureAwait(false));
        return new ExecutionResult { Executed = true };
    }

    private async Task<Dictionary<string, Action<Utf8JsonWriter>>> OfSchemaAsync(ExecutionContext context, IObjectGraphType type)
    {
        var told = new Dictionary<string, Action<Utf8JsonWriter>>(StringComparer.Ordinal);
        var root = BuildExecutionRootNode(context, type);
        SetSubFieldNodes(context, root);
        root.SubFields = [.. root.SubFields!.Where(field => field.Field.Name.StringValue is "__schema" or "__type")];
        if (root.SubFields.Length == 0) return told;

        await ExecuteNodeTreeAsync(context, root).ConfigureAwait(false);
        foreach (var field in root.SubFields) told.Add(field.Name!, writer => ResultTree.Write(writer, field));
        return told;
    }
}

/// <summary>What is opened, of which schema.</summary>
internal sealed class OpeningContext(SchemaBinding binding) : Dictionary<string, object?>
{
    public SchemaBinding Binding { get; } = binding;

    /// <summary>The operation; null while it was not found good.</summary>
    public GoodOperation? Opened { get; set; }
}

/// <summary>The engine wants every field of a subscription to have a stream; <see cref="OperationOpening"/> asks none for it.</summary>
internal sealed class NoStream : ISourceStreamResolver
{
    public static NoStream Instance { get; } = new();

    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) => throw new NotSupportedException();
}
