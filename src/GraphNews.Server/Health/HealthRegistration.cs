using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace GraphNews.Server.Health;

/// <summary>Tells those who watch the process whether it lives, and those who send it requests whether to.</summary>
internal static class HealthRegistration
{
    /// <summary>How long a check may take: those who ask give up soon after.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<ServingCheck>("server")
            .AddCheck<DatabaseCheck>("database", failureStatus: null, tags: [], timeout: Patience)
            .AddCheck<SearchCheck>("search");
        return services;
    }

    /// <summary>
    /// <c>/health/live</c> has status 200 while the process answers at all; <c>/health/ready</c> only while it takes
    /// requests and its database answers, else 503. They come before the gate that keeps requests waiting during a start.
    /// </summary>
    public static void UseHealth(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = HealthAnswer.WriteAsync });
    }
}
