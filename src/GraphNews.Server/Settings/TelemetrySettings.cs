using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>
/// Where metrics are shown as Prometheus' text. Section <c>Telemetry</c>. Traces, metrics and logs go out by OTLP where the
/// usual variables of OpenTelemetry say so, such as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.
/// </summary>
internal sealed record TelemetrySettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Telemetry";

    /// <summary>The path of the page; empty for none.</summary>
    [RegularExpression("^(/[A-Za-z0-9/_.-]+)?$", ErrorMessage = "It is a path such as /metrics, or empty.")]
    public string MetricsPath { get; init; } = "/metrics";

    /// <summary>The one port of <c>Urls</c> by which the page is shown, so that a firewall can keep it from strangers; 0 for all.</summary>
    [Range(0, 65_535)]
    public int MetricsPort { get; init; }
}
