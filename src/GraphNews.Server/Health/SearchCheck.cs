using System.Globalization;
using GraphNews.Graph.Search;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphNews.Server.Health;

/// <summary>Where the search index stands. A server without one is ready: all but search answers.</summary>
internal sealed class SearchCheck(GraphSearch search) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(search.Version is { } version
            ? HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"The search index stands at version {version}."))
            : HealthCheckResult.Degraded("The search index is being built; all but search answers meanwhile."));
}
