using System.Diagnostics;
using System.Diagnostics.Metrics;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Operations;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Telemetry;

/// <summary>
/// Tells of every operation, whichever transport brought it: a span, its measures, and a line in the log. Nothing of it
/// holds a document or a variable's value, either of which may be somebody's.
/// </summary>
internal sealed partial class OperationTelemetry : IDisposable
{
    private static readonly ActivitySource Source = new(TelemetryNames.Source);

    private readonly Meter _meter;
    private readonly Histogram<double> _durations;
    private readonly Histogram<double> _costs;
    private readonly Histogram<long> _statements;
    private readonly Histogram<long> _rows;
    private readonly UpDownCounter<long> _subscribers;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public OperationTelemetry(IMeterFactory meters, TimeProvider time, ILogger<OperationTelemetry> logger)
    {
        _meter = meters.Create(TelemetryNames.Source);
        _durations = _meter.CreateHistogram(
            "graphnews.operation.duration", "s", "How long operations took, from their document to their answer.", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        _costs = _meter.CreateHistogram(
            "graphnews.operation.cost", "{cost}", "What operations might have cost by their fields, as limits count it, whether or not they were kept.", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000] });
        _statements = _meter.CreateHistogram(
            "graphnews.operation.statements", "{statement}", "How many statements an operation ran; one from the cache runs none.", null,
            new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89] });
        _rows = _meter.CreateHistogram(
            "graphnews.operation.rows", "{row}", "How many rows those statements gave.", null,
            new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 10, 100, 1_000, 10_000, 100_000] });
        _subscribers = _meter.CreateUpDownCounter<long>("graphnews.subscribers", "{subscriber}", "How many subscriptions are open.");
        _time = time;
        _logger = logger;
    }

    /// <summary>Has an operation answered, and tells of it.</summary>
    public async Task<OperationAnswer> WatchAsync(PreparedOperation operation, Caller caller, Func<Task<OperationAnswer>> answer)
    {
        var began = _time.GetTimestamp();
        var type = TypeOf(operation);
        using var span = Source.StartActivity(type, ActivityKind.Internal);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.OperationType, type);
            span.SetTag(TelemetryNames.OperationName, operation.Definition?.Name?.StringValue);
            span.SetTag(TelemetryNames.FieldCost, operation.Cost.FieldCost);
            span.SetTag(TelemetryNames.TypeCost, operation.Cost.TypeCost);
            span.SetTag(TelemetryNames.Role, RoleNames.Of(caller.Role));
        }

        try
        {
            var given = await answer();
            Tell(span, operation, type, began, given.Facts);
            return given;
        }
        catch (Exception fault)
        {
            Tell(span, operation, type, began, AnswerFacts.OfFailure(fault is RequestRefusedException refusal ? refusal.Code : fault is OperationCanceledException ? "cancelled" : ErrorCodes.Internal));
            throw;
        }
    }

    /// <summary>Counts a subscriber until what this gives is disposed.</summary>
    public IDisposable CountSubscriber() => new Subscriber(_subscribers);

    public void Dispose() => _meter.Dispose();

    private void Tell(Activity? span, PreparedOperation operation, string type, long began, AnswerFacts facts)
    {
        var took = _time.GetElapsedTime(began);
        var source = Spelled(facts.Source);
        var tags = new TagList { { TelemetryNames.OperationType, type }, { TelemetryNames.Cache, source } };
        if (facts.Error is not null) tags.Add(TelemetryNames.ErrorType, facts.Error);
        _durations.Record(took.TotalSeconds, tags);
        _costs.Record(operation.Cost.FieldCost, new KeyValuePair<string, object?>(TelemetryNames.OperationType, type));
        _statements.Record(facts.Statements, new KeyValuePair<string, object?>(TelemetryNames.OperationType, type));
        _rows.Record(facts.Rows, new KeyValuePair<string, object?>(TelemetryNames.OperationType, type));
        if (span is not null) Describe(span, facts, source);
        if (_logger.IsEnabled(LogLevel.Debug))
            LogAnswered(_logger, type, operation.Definition?.Name?.StringValue, took.TotalMilliseconds, source, facts.Statements, facts.Error);
    }

    private static void Describe(Activity span, AnswerFacts facts, string source)
    {
        span.SetTag(TelemetryNames.Cache, source);
        span.SetTag(TelemetryNames.GraphVersion, facts.Version);
        span.SetTag(TelemetryNames.SearchVersion, facts.SearchVersion);
        span.SetTag(TelemetryNames.Statements, facts.Statements);
        span.SetTag(TelemetryNames.Rows, facts.Rows);
        if (facts.Error is null) return;

        span.SetTag(TelemetryNames.ErrorType, facts.Error);
        span.SetStatus(ActivityStatusCode.Error);
    }

    private static string TypeOf(PreparedOperation operation)
        => operation.IsMutation ? "mutation" : operation.IsSubscription ? "subscription" : "query";

    private static string Spelled(AnswerSource source) => source switch
    {
        AnswerSource.Hit => "hit",
        AnswerSource.Shared => "shared",
        AnswerSource.Miss => "miss",
        _ => "bypass",
    };

    private sealed class Subscriber : IDisposable
    {
        private readonly UpDownCounter<long> _counter;

        public Subscriber(UpDownCounter<long> counter)
        {
            _counter = counter;
            counter.Add(1);
        }

        public void Dispose() => _counter.Add(-1);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A {Type} {Name} was answered in {Milliseconds:0.00} ms, cache {Cache}, {Statements} statements, error {Error}.")]
    private static partial void LogAnswered(ILogger logger, string type, string? name, double milliseconds, string cache, int statements, string? error);
}
