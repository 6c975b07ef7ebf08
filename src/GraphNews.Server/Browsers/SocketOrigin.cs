using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Browsers;

/// <summary>
/// Which pages may open a socket: those that may ask at all. Browsers ask nobody before they open one, and hand its
/// messages to any page; they say only where the page came from. Source: RFC 6455, section 10.2.
/// </summary>
internal static class SocketOrigin
{
    /// <exception cref="RequestRefusedException">HTTP 403: the page came from elsewhere.</exception>
    public static void Check(HttpRequest request, CorsSettings settings)
    {
        // Programs send none.
        if (request.Headers.Origin is not [{ Length: > 0 } origin] || IsOwn(origin, request.Host) || settings.Allows(origin)) return;

        throw new RequestRefusedException(
            StatusCodes.Status403Forbidden, ErrorCodes.Forbidden, "Pages of this origin may not open a socket here. Whoever runs the server can list it in Cors:Origins.");
    }

    /// <summary>By the host alone: behind a proxy that ends TLS the scheme is another.</summary>
    private static bool IsOwn(string origin, HostString host)
        => Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
