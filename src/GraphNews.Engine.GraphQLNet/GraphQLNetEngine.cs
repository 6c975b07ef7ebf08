using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Walk;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using Microsoft.Extensions.Logging;

namespace GraphNews.Engine;

/// <summary>Executes operations with GraphQL.NET.</summary>
internal sealed class GraphQLNetEngine(
    SchemaBinding binding, GraphOperations operations, DocumentLimits limits, DocumentCache documents, ILogger<GraphQLNetEngine> logger)
    : IGraphEngine
{
    // That fields can be merged is known of every document that was read; the engine's rule would compare each two of them.
    private static readonly IReadOnlyList<IValidationRule> Rules =
        [.. DocumentValidator.CoreRules.Where(rule => rule is not OverlappingFieldsCanBeMerged), new ListItemVariables()];

    private readonly Schema _schema = EngineSchema.Build(binding);
    private readonly EventExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new();

    public string Sdl => binding.Document.Sdl;

    public async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel)
    {
        var operation = operations.Begin(request.Languages, request.Caller, request.MinVersion, request.Event);
        await using (operation.ConfigureAwait(false))
        {
            var (result, refusal) = await RunAsync(request, new EngineContext(binding, operation), cancel).ConfigureAwait(false);
            return refusal ?? Respond(result!, operation);
        }
    }

    public async Task<OpenedSubscription> OpenAsync(GraphRequest request, CancellationToken cancel)
    {
        var context = new EngineContext(binding, operation: null);
        var (result, refusal) = await RunAsync(request, context, cancel).ConfigureAwait(false);
        if (context.Opened is { } root) return new OpenedSubscription(root, null);

        IReadOnlyList<GraphError> errors = refusal?.Errors ?? [.. (result!.Errors ?? []).Select(ErrorTranslation.Translate)];
        if (errors.Count == 0) errors = [OpenedSubscription.SelectsNothing];
        return new OpenedSubscription(null, new GraphResponse { Executed = false, Errors = errors });
    }

    private async Task<(ExecutionResult? Result, GraphResponse? Refusal)> RunAsync(GraphRequest request, EngineContext context, CancellationToken cancel)
    {
        GraphError? refusal = null;
        var known = documents.Find(request.Query);
        if ((known ?? request.Document ?? QueryDocument.Read(request.Query, binding, limits, out refusal)) is not { } document)
            return (null, new GraphResponse { Executed = false, Errors = [refusal!] });

        var options = new ExecutionOptions
        {
            Schema = _schema,
            Query = request.Query,
            Document = document,
            OperationName = request.OperationName,
            Variables = request.Variables is { ValueKind: JsonValueKind.Object } given ? _serializer.ReadNode<Inputs>(given) : null,
            UserContext = context,
            CancellationToken = cancel,
            UnhandledExceptionDelegate = Report,
        };
        options.ValidationRules = known is null ? Rules : options.CachedDocumentValidationRules;

        var result = await _executer.ExecuteAsync(options).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        if (result.Executed) documents.Keep(request.Query, document);
        return (result, null);
    }

    private static GraphResponse Respond(ExecutionResult result, GraphOperation operation)
    {
        IEnumerable<ExecutionError> errors = result.Errors ?? [];
        if (result.Executed) errors = FieldErrors.OnePerNull(errors, error => error.Path?.ToList(), ResultTree.Remains(result.Data), ResultTree.Child);
        return new GraphResponse
        {
            Executed = result.Executed,
            Errors = [.. errors.Select(ErrorTranslation.Translate)],
            WriteData = result.Executed ? writer => ResultTree.Write(writer, result.Data as ExecutionNode) : null,
            Version = operation.Version,
            SearchVersion = operation.SearchVersion,
            Statements = operation.Statements,
            Rows = operation.Rows,
        };
    }

    private Task Report(UnhandledExceptionContext context)
    {
        if (context.OriginalException is not (GraphException or OperationCanceledException))
            FieldFault.Log(logger, context.FieldContext?.FieldDefinition.Name, context.OriginalException);
        return Task.CompletedTask;
    }
}
