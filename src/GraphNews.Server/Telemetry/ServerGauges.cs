using System.Diagnostics.Metrics;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Search;
using GraphNews.Server.Caching;

namespace GraphNews.Server.Telemetry;

/// <summary>Where the server stands, as metrics that are read when somebody asks.</summary>
internal sealed class ServerGauges : IDisposable
{
    private readonly Meter _meter;

    public ServerGauges(IMeterFactory meters, ChangeSignal changes, GraphSearch search, AnswerCache answers)
    {
        _meter = meters.Create(TelemetryNames.Source);
        _meter.CreateObservableGauge(
            TelemetryNames.GraphVersion, () => changes.Newest, "{version}", "The newest graph version that this server knows.");
        _meter.CreateObservableGauge(
            "graphnews.search.lag", () => Lag(changes, search), "{version}", "How many versions the search index is behind; none while it is being built.");
        _meter.CreateObservableGauge(
            "graphnews.cache.size", () => answers.Bytes, "By", "How many bytes of answers are kept.");
        _meter.CreateObservableGauge(
            "graphnews.cache.waiting", () => answers.Waiting, "{request}", "How many requests wait for an answer that is being computed.");
        _meter.CreateObservableGauge(
            "graphnews.cache.answers", () => answers.Count, "{answer}", "How many answers are kept.");
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Lag(ChangeSignal changes, GraphSearch search)
        => search.Version is { } version ? [new Measurement<long>(Math.Max(0, changes.Newest - version))] : [];
}
