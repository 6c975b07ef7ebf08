using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Walk;
using HotChocolate;
using HotChocolate.Execution;
using Microsoft.Extensions.Logging;

namespace GraphNews.Engine;

/// <summary>Executes operations with Hot Chocolate.</summary>
internal sealed class HotChocolateEngine(SchemaBinding binding, GraphOperations operations, ILogger<HotChocolateEngine> logger)
    : IGraphEngine
{
    private readonly IRequestExecutor _executor = EngineSchema.Build(binding);

    public string Sdl => binding.Document.Sdl;

    public async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel)
    {
        var operation = operations.Begin(request.Languages);
        await using (operation.ConfigureAwait(false))
        {
            var context = new EngineContext(binding, operation);
            var asked = OperationRequestBuilder.New()
                .SetDocument(request.Query)
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
        foreach (var error in result.Errors ?? []) Report(error);
        var executed = context.Refusal is null;
        return new GraphResponse
        {
            Executed = executed,
            Errors = [.. result.Errors?.Select(error => ErrorTranslation.Translate(error, context.Refusal)) ?? []],
            WriteData = executed ? writer => DataWriter.Write(writer, result.Data) : null,
            Version = context.Operation.Version,
        };
    }

    private void Report(IError error)
    {
        if (error.Exception is { } fault and not (GraphException or OperationCanceledException))
            FieldFault.Log(logger, error.Path?.Print(), fault);
    }
}
