using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Caching;
using GraphNews.Server.Limits;
using GraphNews.Server.Settings;
using GraphNews.Server.Telemetry;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Operations;

/// <summary>
/// What happens to every operation, whichever transport brought it: its document is found and held against the limits,
/// then it is answered within its time.
/// </summary>
internal sealed class OperationPipeline(
    IGraphEngine engine, SchemaBinding binding, DocumentReader documents, AnswerCache answers, OperationTelemetry telemetry, LimitsSettings limits, TimeProvider time)
{
    /// <summary>Finds the document, reads it and adds up what the operation may cost; nothing is executed.</summary>
    /// <exception cref="RequestRefusedException">There is none, or it is over a limit.</exception>
    public PreparedOperation Prepare(OperationParameters parameters)
    {
        var document = documents.Read(parameters.Query ?? throw RequestBody.NoDocument());
        var cost = document.Operation(parameters.OperationName) is { } operation ? document.CostOf(operation, parameters.Variables, binding) : default;
        if (parameters.CostReport != CostReport.Validate) CostLimit.Check(cost, limits);
        return new PreparedOperation(document, parameters, cost);
    }

    /// <summary>Answers an operation.</summary>
    /// <exception cref="RequestRefusedException">It ran longer than it may.</exception>
    public Task<OperationAnswer> AnswerAsync(PreparedOperation operation, Caller caller, IReadOnlyList<string> languages, long? minVersion, CancellationToken aborted)
        => telemetry.WatchAsync(operation, caller, () => FindAsync(operation, caller, languages, minVersion, aborted));

    /// <summary>Answers a query as it was answered before where that still holds; executes all else.</summary>
    private async Task<OperationAnswer> FindAsync(PreparedOperation operation, Caller caller, IReadOnlyList<string> languages, long? minVersion, CancellationToken aborted)
    {
        if (operation.Document.Error is { } error) return new OperationAnswer(ShownErrors.Of(new GraphResponse { Executed = false, Errors = [error] }, limits));

        if (operation.Document.AsksForSchema) IntrospectionLimit.Check(caller, limits);
        if (operation.Parameters.CostReport == CostReport.Validate)
            return new OperationAnswer(new GraphResponse { Executed = true, Errors = [] }, operation.Cost);

        var request = Request(operation, caller, languages, minVersion);
        if (operation.Parameters.CostReport == CostReport.Report) return new OperationAnswer(await ExecuteAsync(request, aborted), operation.Cost);

        return operation.IsQuery
            ? await answers.AnswerAsync(AnswerKey.Of(operation, caller, languages), minVersion, cancel => ExecuteAsync(request, cancel), aborted)
            : new OperationAnswer(await ExecuteAsync(request, aborted));
    }

    /// <summary>The operation as engines take it.</summary>
    public static GraphRequest Request(PreparedOperation operation, Caller caller, IReadOnlyList<string> languages, long? minVersion = null) => new()
    {
        Query = operation.Document.Text,
        Document = operation.Document.Syntax,
        OperationName = operation.Parameters.OperationName,
        Variables = operation.Parameters.Variables,
        Languages = languages,
        Caller = caller,
        MinVersion = minVersion,
    };

    /// <summary>Runs the operation within its time.</summary>
    /// <exception cref="RequestRefusedException">It ran longer than it may.</exception>
    public async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken aborted)
    {
        using var limit = new CancellationTokenSource(limits.ExecutionTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            return ShownErrors.Of(await engine.ExecuteAsync(request, either.Token), limits);
        }
        catch (Exception) when (limit.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw new RequestRefusedException(
                StatusCodes.Status504GatewayTimeout, ErrorCodes.Timeout,
                $"The operation ran longer than {limits.ExecutionTime.TotalSeconds:0.###} s and was cancelled. Ask for less, or in smaller pages.");
        }
    }
}
