using GraphNews.Server.Starting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphNews.Server.Health;

/// <summary>Whether the server takes requests: its database is migrated, the sample loaded, and nobody has told it to stop.</summary>
internal sealed class ServingCheck(StartGate gate, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The server stops: send requests elsewhere.")
            : !gate.IsOpen ? HealthCheckResult.Unhealthy("The server starts: its database is not ready yet.")
            : HealthCheckResult.Healthy("The server takes requests."));
}
