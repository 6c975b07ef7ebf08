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
        var operation = operations.Begin(request.Languages, request.Caller);
        await using (operation.ConfigureAwait(false))
        {
            var context = new EngineContext(binding, limits, operation, request.Query);
            var asked = OperationRequestBuilder.New()
                .SetDocument(request.Query.Length > 0 ? request.Query : " ")
                .SetOperationName(request.OperationName)
                .SetVariableValues(JsonLiterals.Variables(request.Variables))
                .SetGlobalState(EngineContext.Key, context)
                .Build();
            var result = (IOperationResult)await _executor.ExecuteAsync(asked, cancel).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            return Respond(result, context);
        }
    }

    private GraphResponse Respond(IOperationResult result, EngineContext context)
    {
        IEnumerable<IError> errors = result.Errors ?? [];
        var executed = context.Refusal is null;
        if (executed) errors = FieldErrors.OnePerNull(errors, error => error.Path?.ToList(), result.Data, ResultTree.Child);
        return new GraphResponse
        {
            Executed = executed,
            Errors = [.. errors.Select(error => Report(error, ErrorTranslation.Translate(error, context.Refusal)))],
            WriteData = executed ? writer => ResultTree.Write(writer, result.Data) : null,
            Version = context.Operation.Version,
            SearchVersion = context.Operation.SearchVersion,
        };
    }

    private GraphError Report(IError error, GraphError shown)
    {
        if (shown.Code == Graph.Errors.ErrorCodes.Internal)
            FieldFault.Log(logger, error.Path?.Print(), error.Exception ?? new InvalidOperationException(error.Message));
        return shown;
    }
}
