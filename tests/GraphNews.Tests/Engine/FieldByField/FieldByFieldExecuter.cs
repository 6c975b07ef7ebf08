using System.Text.Json;
using GraphNews.Engine;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Walk;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace GraphNews.Tests.Engine.FieldByField;

/// <summary>Answers as GraphQL.NET does where it is left alone: it resolves each field of each object, and completes each value by its type.</summary>
internal sealed class FieldByFieldExecuter
{
    private readonly SchemaBinding _binding;
    private readonly ISchema _schema;
    private readonly DocumentExecuter _executer = new();

    public FieldByFieldExecuter(SchemaBinding binding)
    {
        _binding = binding;
        _schema = EngineSchema.Build(binding);
        foreach (var type in binding.Objects.Values)
        {
            foreach (var field in ((IObjectGraphType)_schema.AllTypes[type.Name]!).Fields)
                field.Resolver = type == binding.Query ? new RootResolver(binding, type.Field(field.Name)) : SlotResolver.Instance;
        }
    }

    /// <summary>The data, and where each error stands: its code and path.</summary>
    public async Task<(string Data, IReadOnlyList<string> Errors)> AskAsync(string query, GraphOperations operations, Caller caller)
    {
        await using var operation = operations.Begin([], caller);
        var document = QueryDocument.Read(query, _binding, new DocumentLimits(), out var unreadable) ?? throw new InvalidOperationException(unreadable!.Message);
        var result = await _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = _schema, Query = query, Document = document, UserContext = new Dictionary<string, object?> { ["operation"] = operation },
        });
        Assert.True(result.Executed, string.Join('\n', (result.Errors ?? []).Select(error => error.Message)));

        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer)) ResultTree.Write(writer, result.Data as ExecutionNode);
        var errors = FieldErrors.OnePerNull(result.Errors ?? [], error => error.Path?.ToList(), Remains(result.Data), Child);
        return (System.Text.Encoding.UTF8.GetString(buffer.ToArray()),
            [.. errors.Select(ErrorTranslation.Translate).Select(error => $"{error.Code} at {string.Join('/', error.Path!)}, {error.Locations[0]}").Order(StringComparer.Ordinal)]);
    }

    private static object? Remains(object? node) => node switch
    {
        null or NullExecutionNode or ObjectExecutionNode { SubFields: null } or ArrayExecutionNode { Items: null, SerializedResult: null } => null,
        ValueExecutionNode value => value.ToValue(),
        _ => node,
    };

    private static object? Child(object node, object step) => node switch
    {
        ObjectExecutionNode { SubFields: { } fields } => Remains(Array.Find(fields, field => field.Name == (string)step)),
        ArrayExecutionNode { Items: { } items } => Remains(items[(int)step]),
        _ => null,
    };

    private sealed class RootResolver(SchemaBinding binding, FieldBinding field) : IFieldResolver
    {
        public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            var name = (context.FieldAst.Alias?.Name ?? context.FieldAst.Name).StringValue;
            var selected = AstSelections.Of(CoercedOperation.Of(context.ExecutionContext), binding).For(binding.Query);
            var root = selected.First(selection => selection.ResponseName == name && selection.Field == field);
            return await ((GraphOperation)context.UserContext["operation"]!).ResolveAsync(root, context.CancellationToken);
        }
    }

    private sealed class SlotResolver : IFieldResolver
    {
        public static SlotResolver Instance { get; } = new();

        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            var value = ((Row)context.Source!)[(context.FieldAst.Alias?.Name ?? context.FieldAst.Name).StringValue];
            return value is GraphException refusal ? throw refusal : new ValueTask<object?>(value);
        }
    }
}
