using GraphNews.Graph.Binding;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Walk;
using HotChocolate;
using HotChocolate.Execution;
using Microsoft.Extensions.Logging;

namespace GraphNews.Engine;

/// <summary>Executes operations with Hot Chocolate.</summary>
internal sealed class HotChocolateEngine(SchemaBinding binding, GraphOperations operations, DocumentLimits limits, ILogger<HotChocolateEngine> logger)
    : IGraphEngine
{
    private readonly IRequestExecutor _executor = EngineSchema.Build(binding);

    public string Sdl => binding.Document.Sdl;

    public async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel)
    {
        var operation = operations.Begin(request.Languages, request.Caller, request.MinVersion, request.Event);
        await using (operation.ConfigureAwait(false))
        {
            var context = new EngineContext(binding, limits, operation, request.Query);
            var result = await RunAsync(request, context, cancel).ConfigureAwait(false);
            return Respond(result is IResponseStream events ? await FirstAsync(events, cancel).ConfigureAwait(false) : (IOperationResult)result, operation, context);
        }
    }

    public async Task<OpenedSubscription> OpenAsync(GraphRequest request, CancellationToken cancel)
    {
        var context = new EngineContext(binding, limits, operation: null, request.Query);
        var result = await RunAsync(request, context, cancel).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            if (context.Opened is { } root && context.Refusal is null) return new OpenedSubscription(root, null);

            IReadOnlyList<GraphError> errors =
                [.. (result as IOperationResult)?.Errors?.Select(error => Report(error, ErrorTranslation.Translate(error, context.Refusal ?? Graph.Errors.ErrorCodes.ValidationFailed))) ?? []];
            return new OpenedSubscription(null, new GraphResponse { Executed = false, Errors = errors.Count > 0 ? errors : [OpenedSubscription.SelectsNothing] });
        }
    }

    private async Task<IExecutionResult> RunAsync(GraphRequest request, EngineContext context, CancellationToken cancel)
    {
        var asked = OperationRequestBuilder.New()
            .SetDocument(request.Query.Length > 0 ? request.Query : " ")
            .SetOperationName(request.OperationName)
            .SetVariableValues(JsonLiterals.Variables(request.Variables))
            .SetGlobalState(EngineContext.Key, context)
            .Build();
        var result = await _executor.ExecuteAsync(asked, cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>The answer to the one event of a request.</summary>
    private static async Task<IOperationResult> FirstAsync(IResponseStream events, CancellationToken cancel)
    {
        await using (events.ConfigureAwait(false))
        {
            await foreach (var answer in events.ReadResultsAsync().WithCancellation(cancel).ConfigureAwait(false)) return answer;
        }

        cancel.ThrowIfCancellationRequested();
        throw new InvalidOperationException("A subscription was executed for no event.");
    }

    private GraphResponse Respond(IOperationResult result, GraphOperation operation, EngineContext context)
    {
        IEnumerable<IError> errors = result.Errors ?? [];
        var executed = context.Refusal is null;
        if (executed) errors = FieldErrors.OnePerNull(errors, error => error.Path?.ToList(), result.Data, ResultTree.Child);
        return new GraphResponse
        {
            Executed = executed,
            Errors = [.. errors.Select(error => Report(error, ErrorTranslation.Translate(error, context.Refusal)))],
            WriteData = executed ? writer => ResultTree.Write(writer, result.Data) : null,
            Version = operation.Version,
            SearchVersion = operation.SearchVersion,
            Statements = operation.Statements,
            Rows = operation.Rows,
        };
    }

    private GraphError Report(IError error, GraphError shown)
    {
        if (shown.Code == Graph.Errors.ErrorCodes.Internal)
            FieldFault.Log(logger, error.Path?.Print(), error.Exception ?? new InvalidOperationException(error.Message));
        return shown;
    }
}
