using System.Diagnostics;
using System.Runtime.CompilerServices;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Subscriptions;
using GraphNews.Graph.Walk;
using GraphNews.Server.Limits;
using GraphNews.Server.Settings;
using GraphNews.Server.Telemetry;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Operations;

/// <summary>
/// What happens to an operation whose answers go out one after another: a query or mutation has one, a subscription one for
/// each of its events. Whatever goes wrong is the last answer.
/// </summary>
internal sealed partial class StreamedOperations(
    IGraphEngine engine, OperationPipeline pipeline, GraphSubscriptions subscriptions, SharedSubscriptions shared, OperationTelemetry telemetry, LimitsSettings limits,
    ILogger<StreamedOperations> logger)
{
    /// <summary>Answers an operation. To cancel is to unsubscribe: nothing is resolved from then on.</summary>
    public IAsyncEnumerable<StreamedAnswer> AnswerAsync(OperationParameters parameters, Caller caller, IReadOnlyList<string> languages, CancellationToken cancel)
        => TellFailureAsync(RunAsync(parameters, caller, languages, cancel), cancel);

    /// <inheritdoc cref="AnswerAsync(OperationParameters, Caller, IReadOnlyList{string}, CancellationToken)"/>
    public IAsyncEnumerable<StreamedAnswer> AnswerAsync(PreparedOperation operation, Caller caller, IReadOnlyList<string> languages, CancellationToken cancel)
        => TellFailureAsync(RunAsync(operation, caller, languages, cancel), cancel);

    private async IAsyncEnumerable<StreamedAnswer> RunAsync(
        OperationParameters parameters, Caller caller, IReadOnlyList<string> languages, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Within the stream, so that a refusal is an answer of it.
        await foreach (var answer in RunAsync(pipeline.Prepare(parameters, caller), caller, languages, cancel)) yield return answer;
    }

    private async IAsyncEnumerable<StreamedAnswer> RunAsync(
        PreparedOperation operation, Caller caller, IReadOnlyList<string> languages, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!operation.IsSubscription)
        {
            yield return StreamedAnswer.Of(await pipeline.AnswerAsync(operation, caller, languages, minVersion: null, cancel));
            yield break;
        }

        pipeline.Charge(operation, caller);
        var request = OperationPipeline.Request(operation, caller, languages);
        var opened = await engine.OpenAsync(request, cancel);
        if (opened.Root is not { } root)
        {
            yield return StreamedAnswer.Of(ShownErrors.Of(opened.Refusal!, limits));
            yield break;
        }

        using var subscriber = telemetry.CountSubscriber();
        var answers = GraphSubscriptions.IsLive(root)
            ? await shared.JoinAsync(SubscriptionKey.Of(request), token => BeginAsync(request, root, token), cancel)
            : await BeginAsync(request, root, cancel);
        await foreach (var answer in answers.WithCancellation(cancel)) yield return answer;
    }

    private async Task<IAsyncEnumerable<StreamedAnswer>> BeginAsync(GraphRequest request, Selection root, CancellationToken cancel)
        => AnswerEachAsync(await subscriptions.BeginAsync(root, request.Caller, cancel), request, cancel);

    private async IAsyncEnumerable<StreamedAnswer> AnswerEachAsync(
        IAsyncEnumerable<GraphEvent> events, GraphRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var happened in events.WithCancellation(cancel))
        {
            var response = await pipeline.ExecuteAsync(request with { Event = happened }, cancel);
            if (!happened.IsGone) yield return StreamedAnswer.Of(response);
        }
    }

    private async IAsyncEnumerable<StreamedAnswer> TellFailureAsync(IAsyncEnumerable<StreamedAnswer> answers, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var each = answers.GetAsyncEnumerator(cancel);
        for (StreamedAnswer? last = null; last is null;)
        {
            try
            {
                if (!await each.MoveNextAsync()) yield break;
            }
            catch (Exception fault) when (!cancel.IsCancellationRequested)
            {
                last = StreamedAnswer.Of(Refusal(fault));
            }

            yield return last ?? each.Current;
        }
    }

    private GraphResponse Refusal(Exception fault)
    {
        switch (fault)
        {
            case RequestRefusedException refusal:
                return refusal.ToResponse();
            case GraphException refusal:
                return new GraphResponse { Executed = false, Errors = [new GraphError(refusal.Message, refusal.Code, [])] };
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
                LogFault(logger, trace, fault);
                return new GraphResponse
                {
                    Executed = false,
                    Errors = [new GraphError($"The server failed to answer. Its log has the reason under the trace id {trace}.", ErrorCodes.Internal, [])],
                };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An operation of a stream failed, trace id {Trace}.")]
    private static partial void LogFault(ILogger logger, string trace, Exception fault);
}
