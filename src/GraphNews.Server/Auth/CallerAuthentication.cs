using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Auth;

/// <summary>
/// Finds out who sent a request. Transports ask, and not a middleware before them, so that a refusal is answered as
/// GraphQL. A key or token that is no good is refused even where strangers may read: whoever sends one counts on it.
/// </summary>
internal sealed class CallerAuthentication(AuthenticationSettings settings, IServiceScopeFactory scopes)
{
    /// <summary>The scheme of API keys.</summary>
    public const string KeyScheme = "ApiKey";

    /// <summary>The scheme of JSON Web Tokens.</summary>
    public const string TokenScheme = "Jwt";

    /// <summary>Who sent the request.</summary>
    /// <exception cref="RequestRefusedException">HTTP 401: its key or token is no good, or it has none and reading is closed.</exception>
    public async Task<Caller> AuthenticateAsync(HttpContext context)
    {
        try
        {
            var presented = BearerHeader.Read(context.Request.Headers.Authorization);
            if (presented is null)
            {
                return settings.RequireForReading
                    ? throw Refuse(context, "Bearer", "Reading is for those who are logged in. Send a key or token in the header Authorization: Bearer.")
                    : Caller.Anonymous;
            }

            return CallerIdentity.Read(context.User = await AuthenticateAsync(context, presented));
        }
        catch (GraphException refusal)
        {
            throw Refuse(context, "Bearer error=\"invalid_token\"", refusal.Message);
        }
    }

    /// <summary>
    /// Who presents an <c>Authorization</c> that came otherwise than with a request of its own: in the first message of a
    /// WebSocket, or long ago. It is looked at anew, by what looks at requests.
    /// </summary>
    /// <exception cref="RequestRefusedException">HTTP 401: the key or token is no good, or there is none and reading is closed.</exception>
    public async Task<Caller> AuthenticateAsync(StringValues authorization, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        context.Request.Headers.Authorization = authorization;
        return await AuthenticateAsync(context);
    }

    private async Task<System.Security.Claims.ClaimsPrincipal> AuthenticateAsync(HttpContext context, string presented)
    {
        var isKey = presented.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal);
        if (!isKey && settings.Authority.Length == 0)
            throw new GraphException(ErrorCodes.Unauthenticated, "This server knows keys only, which begin with gn_, and no tokens.");

        var result = await context.AuthenticateAsync(isKey ? KeyScheme : TokenScheme);
        return result.Principal ?? throw TokenValidation.RefusalOf(result.Failure ?? new InvalidOperationException("No scheme answered."));
    }

    /// <summary>"The resource server MUST include the HTTP "WWW-Authenticate" response header field": RFC 6750, section 3.</summary>
    private static RequestRefusedException Refuse(HttpContext context, string challenge, string message)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = challenge;
        return new RequestRefusedException(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, message);
    }
}
