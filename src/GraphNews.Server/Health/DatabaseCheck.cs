using System.Globalization;
using GraphNews.Graph.Storage;
using GraphNews.Server.Starting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphNews.Server.Health;

/// <summary>Whether the database answers: the graph's version is read, as every operation does first.</summary>
internal sealed partial class DatabaseCheck(IGraphStorage storage, StartGate gate, ILogger<DatabaseCheck> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!gate.IsOpen) return HealthCheckResult.Unhealthy("The database is being opened.");

        try
        {
            await using var graph = storage.CreateContext();
            var version = await graph.GraphStates.Select(state => state.Version).SingleAsync(cancellationToken);
            return HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"The graph stands at version {version}."));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogSilence(logger, e);
            return HealthCheckResult.Unhealthy("The database does not answer; the log has the reason.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer.")]
    private static partial void LogSilence(ILogger logger, Exception reason);
}
