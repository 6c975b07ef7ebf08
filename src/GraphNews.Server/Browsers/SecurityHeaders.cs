using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GraphNews.Server.Browsers;

/// <summary>
/// What browsers are told with every answer: to take it for what its media type says, to run and frame nothing of it, to
/// give it to no page of another origin that did not ask by CORS, and to tell nobody where they came from.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>For what is no page: an answer that is opened as one can do nothing.</summary>
    private const string NoPage = "default-src 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
        => services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);

    /// <summary>Puts the headers before everything else, so that refusals and faults have them, too.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use(next => context =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = NoPage;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    });
}
