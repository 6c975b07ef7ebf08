using System.Reflection;
using GraphNews.Graph.Telemetry;
using GraphNews.Server.Settings;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GraphNews.Server.Telemetry;

/// <summary>
/// Sends traces, metrics and logs to whoever the usual variables of OpenTelemetry name, and shows metrics as Prometheus'
/// text. What nobody asks for is not collected.
/// </summary>
internal static class TelemetryRegistration
{
    /// <summary>The server's own metrics, and those of ASP.NET Core, Kestrel and the runtime, which have OpenTelemetry's names.</summary>
    private static readonly string[] Meters =
        [TelemetryNames.Source, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = SettingsRegistration.Read<TelemetrySettings>(configuration, TelemetrySettings.Section);
        services.AddSingleton(settings).AddSingleton<OperationTelemetry>().AddSingleton<ServerGauges>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource
            .AddService("graphnews", serviceVersion: typeof(TelemetryRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
            .AddEnvironmentVariableDetector());
        if (settings.MetricsPath.Length > 0 || Sends(configuration, "METRICS"))
        {
            telemetry.WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters);
                if (settings.MetricsPath.Length > 0) metrics.AddPrometheusExporter();
                if (Sends(configuration, "METRICS")) metrics.AddOtlpExporter();
            });
        }

        if (Sends(configuration, "TRACES"))
            telemetry.WithTracing(traces => traces.AddSource(TelemetryNames.Source, StatementSpan.SourceName).AddAspNetCoreInstrumentation().AddOtlpExporter());
        if (Sends(configuration, "LOGS"))
            telemetry.WithLogging(logs => logs.AddOtlpExporter(), options => options.IncludeScopes = true);

        return services;
    }

    /// <summary>Shows the metrics, also while the server starts or stops.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        // Metrics that are read when somebody asks have to be there by then.
        app.Services.GetRequiredService<ServerGauges>();
        var settings = app.Services.GetRequiredService<TelemetrySettings>();
        if (settings.MetricsPath.Length == 0) return;

        app.UseOpenTelemetryPrometheusScrapingEndpoint(request =>
            request.Request.Path == settings.MetricsPath && (settings.MetricsPort == 0 || request.Connection.LocalPort == settings.MetricsPort));
    }

    /// <summary>Whether a collector is named for traces, metrics or logs, or for all of them.</summary>
    private static bool Sends(IConfiguration configuration, string what)
        => !"true".Equals(configuration["OTEL_SDK_DISABLED"], StringComparison.OrdinalIgnoreCase)
            && (!string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) || !string.IsNullOrWhiteSpace(configuration[$"OTEL_EXPORTER_OTLP_{what}_ENDPOINT"]));
}
