using GraphNews.Server.Settings;
using GraphNews.Server.Transports.Tables;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Browsers;

/// <summary>
/// Which pages of other origins may ask, by <see cref="CorsSettings"/>. Callers are known by a header that a page has to
/// set itself, never by a cookie: so a browser lends nobody its user's rights, and <c>*</c> gives away only what is open anyway.
/// </summary>
internal static class CrossOrigin
{
    /// <summary>What a page may read of an answer besides what every page may.</summary>
    private static readonly string[] Shown =
        [HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, HeaderNames.Allow, HeaderNames.Link, "GraphQL-Cost", GraphQLAsCsv.TotalCountHeader, GraphQLAsCsv.NextCursorHeader];

    public static IServiceCollection AddCrossOrigin(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<CorsSettings>((options, settings) => options.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(settings.Allows)
            .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
            .AllowAnyHeader()
            .WithExposedHeaders(Shown)
            .SetPreflightMaxAge(settings.MaxAge)));
        return services;
    }

    /// <summary>Answers the questions that browsers ask before they send a page's request.</summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        if (app.Services.GetRequiredService<CorsSettings>().Enabled) app.UseCors();
    }
}
