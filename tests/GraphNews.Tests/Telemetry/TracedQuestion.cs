using System.Collections.Concurrent;
using System.Diagnostics;
using GraphNews.Graph.Telemetry;
using GraphNews.Server.Telemetry;

namespace GraphNews.Tests.Telemetry;

/// <summary>Listens to the spans of one question: those below the client's own, whose trace the server goes on with.</summary>
internal sealed class TracedQuestion : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private readonly Activity _client;

    public TracedQuestion()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is TelemetryNames.Source or StatementSpan.SourceName or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
        _client = new Activity("the client").SetIdFormat(ActivityIdFormat.W3C).Start();
    }

    /// <summary>The spans of a source, in the order in which they ended.</summary>
    public IReadOnlyList<Activity> Of(string source)
        => [.. _spans.Where(span => span.TraceId == _client.TraceId && span.Source.Name == source)];

    public void Dispose()
    {
        _client.Dispose();
        _listener.Dispose();
    }
}
