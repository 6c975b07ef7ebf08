using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Limits;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Operations;

/// <summary>
/// What happens to every operation, whichever transport brought it: its document is found and held against the limits,
/// then it is answered within its time.
/// </summary>
internal sealed class OperationPipeline(
    IGraphEngine engine, SchemaBinding binding, DocumentReader documents, LimitsSettings limits, TimeProvider time)
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
    public async Task<OperationAnswer> AnswerAsync(PreparedOperation operation, Caller caller, IReadOnlyList<string> languages, long? minVersion, CancellationToken aborted)
    {
        if (operation.Document.Error is { } error) return new OperationAnswer(ShownErrors.Of(new GraphResponse { Executed = false, Errors = [error] }, limits));

        if (operation.Document.AsksForSchema) IntrospectionLimit.Check(caller, limits);
        return operation.Parameters.CostReport switch
        {
            CostReport.Validate => new OperationAnswer(new GraphResponse { Executed = true, Errors = [] }, operation.Cost),
            CostReport.Report => new OperationAnswer(await ExecuteAsync(Request(operation, caller, languages, minVersion), aborted), operation.Cost),
            _ => new OperationAnswer(await ExecuteAsync(Request(operation, caller, languages, minVersion), aborted)),
        };
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
