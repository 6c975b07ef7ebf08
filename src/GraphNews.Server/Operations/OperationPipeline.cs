using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Caching;
using GraphNews.Server.Limits;
using GraphNews.Server.SavedOperations;
using GraphNews.Server.Settings;
using GraphNews.Server.Telemetry;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Operations;

/// <summary>
/// What happens to every operation, whichever transport brought it: its document is found and held against the limits,
/// then it is answered within its time.
/// </summary>
internal sealed class OperationPipeline(
    IGraphEngine engine, SchemaBinding binding, DocumentLookup lookup, DocumentReader documents, AnswerCache answers, OperationTelemetry telemetry,
    RateLimit rate, OperationSlots slots, LimitsSettings limits, TimeProvider time)
{
    /// <summary>Finds the document, reads it and adds up what the operation may cost; nothing is executed.</summary>
    /// <exception cref="RequestRefusedException">There is none, it is over a limit, or the caller has asked for too much lately.</exception>
    public PreparedOperation Prepare(OperationParameters parameters, Caller caller)
    {
        var text = lookup.Find(parameters);
        if (!documents.Knows(text)) rate.ChargeDocument(caller);
        var document = documents.Read(text);
        lookup.Keep(parameters, document);
        VariablesLimit.Check(parameters, limits);
        var cost = document.Operation(parameters.OperationName) is { } operation ? document.CostOf(operation, parameters.Variables, binding) : default;
        if (parameters.CostReport != CostReport.Validate) CostLimit.Check(cost, limits);
        return new PreparedOperation(document, parameters, cost);
    }

    /// <summary>Answers an operation.</summary>
    /// <exception cref="RequestRefusedException">It ran longer than it may, the caller has asked for too much lately, or the server is busy.</exception>
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
        if (operation.IsQuery && operation.Parameters.CostReport == CostReport.None)
        {
            // What is kept is free; what has to be computed is charged to each who asks for it.
            return await answers.AnswerAsync(
                AnswerKey.Of(operation, caller, languages), minVersion, () => Charge(operation, caller), cancel => ExecuteInTurnAsync(request, cancel), aborted);
        }

        Charge(operation, caller);
        var response = await ExecuteInTurnAsync(request, aborted);
        return operation.Parameters.CostReport == CostReport.Report ? new OperationAnswer(response, operation.Cost) : new OperationAnswer(response);
    }

    /// <summary>Takes what an operation costs out of what its caller may ask for; a subscription once, when it begins.</summary>
    /// <exception cref="RequestRefusedException">The caller has asked for too much lately.</exception>
    public void Charge(PreparedOperation operation, Caller caller) => rate.Charge(caller, operation.Cost.FieldCost);

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

    private async Task<GraphResponse> ExecuteInTurnAsync(GraphRequest request, CancellationToken aborted)
    {
        using var place = await slots.EnterAsync(aborted);
        return await ExecuteAsync(request, aborted);
    }

    /// <summary>Runs the operation within its time, or answers one event of a subscription, which waits for no turn: it has one at a time.</summary>
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
