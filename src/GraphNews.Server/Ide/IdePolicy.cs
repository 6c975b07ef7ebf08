using GraphNews.Server.Settings;

namespace GraphNews.Server.Ide;

/// <summary>
/// What the IDE's pages and scripts may do: load and ask of this server, and of the issuer whose tokens it accepts.
/// What it takes from elsewhere, such as fonts and telemetry, browsers then refuse. Source: Content Security Policy Level 3.
/// </summary>
internal static class IdePolicy
{
    /// <summary>The value of <c>Content-Security-Policy</c>. The editor writes styles into the page, its workers come as blobs, and it compiles the schemas of its settings.</summary>
    public static string For(AuthenticationSettings settings)
    {
        var issuer = settings.Authority.Length == 0 ? "" : $" {new Uri(settings.Authority).GetLeftPart(UriPartial.Authority)}";
        return "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + $"worker-src 'self' blob:; connect-src 'self'{issuer}; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
