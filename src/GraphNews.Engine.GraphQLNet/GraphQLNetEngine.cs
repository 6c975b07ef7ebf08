using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Walk;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace GraphNews.Engine;

/// <summary>Executes operations with GraphQL.NET.</summary>
internal sealed class GraphQLNetEngine(
    SchemaBinding binding, GraphOperations operations, DocumentCache documents, ILogger<GraphQLNetEngine> logger)
    : IGraphEngine
{
    private readonly Schema _schema = EngineSchema.Build(binding);
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new();

    public string Sdl => binding.Document.Sdl;

    public async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel)
    {
        var operation = operations.Begin(request.Languages);
        await using (operation.ConfigureAwait(false))
        {
            var options = new ExecutionOptions
            {
                Schema = _schema,
                Query = request.Query,
                OperationName = request.OperationName,
                Variables = request.Variables is { } variables ? _serializer.ReadNode<Inputs>(variables) : null,
                UserContext = new EngineContext(binding, operation),
                CancellationToken = cancel,
                UnhandledExceptionDelegate = Report,
            };
            if (documents.Find(request.Query) is { } known)
            {
                options.Document = known;
                options.ValidationRules = options.CachedDocumentValidationRules;
            }

            var result = await _executer.ExecuteAsync(options).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            if (result is { Executed: true, Document: { } document }) documents.Keep(request.Query, document);
            return Respond(result, operation.Version);
        }
    }

    private static GraphResponse Respond(ExecutionResult result, long? version) => new()
    {
        Executed = result.Executed,
        Errors = [.. result.Errors?.Select(ErrorTranslation.Translate) ?? []],
        WriteData = result.Executed ? writer => DataWriter.Write(writer, result.Data as ExecutionNode) : null,
        Version = version,
    };

    private Task Report(UnhandledExceptionContext context)
    {
        if (context.OriginalException is not (GraphException or OperationCanceledException))
            FieldFault.Log(logger, context.FieldContext?.FieldDefinition.Name, context.OriginalException);
        return Task.CompletedTask;
    }
}
