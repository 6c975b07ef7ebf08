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

/// <summary>Validates operations and coerces their input with GraphQL.NET; what is found good is executed by the walk's rows.</summary>
internal sealed class GraphQLNetEngine(
    SchemaBinding binding, GraphOperations operations, DocumentLimits limits, DocumentCache documents, GoodOperations known, ILogger<GraphQLNetEngine> logger)
    : IGraphEngine
{
    // That fields can be merged is known of every document that was read; the engine's rule would compare each two of them.
    private static readonly IReadOnlyList<IValidationRule> Rules =
        [.. DocumentValidator.CoreRules.Where(rule => rule is not OverlappingFieldsCanBeMerged), new ListItemVariables()];

    private readonly Schema _schema = EngineSchema.Build(binding);
    private readonly OpeningExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new();

    public string Sdl => binding.Document.Sdl;

    public async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel)
    {
        var (good, refusal) = await FindAsync(request, cancel).ConfigureAwait(false);
        if (good is null) return refusal!;

        var operation = operations.Begin(request.Languages, request.Caller, request.MinVersion, request.Event);
        await using (operation.ConfigureAwait(false)) return await new OperationExecution(operation, good, logger).RunAsync(cancel).ConfigureAwait(false);
    }

    public async Task<OpenedSubscription> OpenAsync(GraphRequest request, CancellationToken cancel)
    {
        var (good, refusal) = await FindAsync(request, cancel).ConfigureAwait(false);
        if (good?.Selected.For(good.Root) is [var root]) return new OpenedSubscription(root, null);
        return new OpenedSubscription(null, refusal ?? new GraphResponse { Executed = false, Errors = [OpenedSubscription.SelectsNothing] });
    }

    private async Task<(GoodOperation? Good, GraphResponse? Refusal)> FindAsync(GraphRequest request, CancellationToken cancel)
    {
        if (known.Find(request) is { } good) return (good, null);

        GraphError? unreadable = null;
        var valid = documents.Find(request.Query);
        if ((valid ?? request.Document ?? QueryDocument.Read(request.Query, binding, limits, out unreadable)) is not { } document)
            return (null, new GraphResponse { Executed = false, Errors = [unreadable!] });

        var opening = new OpeningContext(binding);
        var options = new ExecutionOptions
        {
            Schema = _schema,
            Query = request.Query,
            Document = document,
            OperationName = request.OperationName,
            Variables = request.Variables is { ValueKind: JsonValueKind.Object } given ? _serializer.ReadNode<Inputs>(given) : null,
            UserContext = opening,
            CancellationToken = cancel,
            UnhandledExceptionDelegate = Report,
        };
        options.ValidationRules = valid is null ? Rules : options.CachedDocumentValidationRules;

        var result = await _executer.ExecuteAsync(options).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        if (opening.Opened is not { } opened) return (null, new GraphResponse { Executed = false, Errors = [.. (result.Errors ?? []).Select(ErrorTranslation.Translate)] });

        documents.Keep(request.Query, document);
        known.Keep(request, opened);
        return (opened, null);
    }

    private Task Report(UnhandledExceptionContext context)
    {
        if (context.OriginalException is not (GraphException or OperationCanceledException))
            FieldFault.Log(logger, context.FieldContext?.FieldDefinition.Name, context.OriginalException);
        return Task.CompletedTask;
    }
}
