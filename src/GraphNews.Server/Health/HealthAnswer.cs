using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GraphNews.Server.Health;

/// <summary>What is told of the server's health, as JSON: words for people, and nothing of what an exception says.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = Spelled(report.Status),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = Spelled(entry.Value.Status), message = entry.Value.Description }),
        },
        JsonSerializerOptions.Web,
        context.RequestAborted);

    private static string Spelled(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
