using GraphNews.Graph.Errors;
using Microsoft.Extensions.Primitives;

namespace GraphNews.Server.Auth;

/// <summary>The header <c>Authorization: Bearer …</c>. Source: RFC 6750, section 2.1.</summary>
internal static class BearerHeader
{
    private const string Scheme = "Bearer ";

    /// <summary>The key or token; null if there is no such header.</summary>
    /// <exception cref="GraphException">The header is there and holds something else: whoever sent it counts on being known.</exception>
    public static string? Read(StringValues header)
    {
        if (header.Count == 0) return null;

        var value = header.Count == 1 ? header[0] ?? "" : "";
        var token = value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : "";
        return token.Length > 0 && !token.AsSpan().ContainsAny(' ', ',')
            ? token
            : throw new GraphException(ErrorCodes.Unauthenticated, "The header Authorization must read \"Bearer\", a space, and one key or token.");
    }
}
