using System.Text.Encodings.Web;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace GraphNews.Server.Auth;

/// <summary>Knows callers by their API key.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, KeyUses uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            if (BearerHeader.Read(Request.Headers.Authorization) is not { } presented) return AuthenticateResult.NoResult();

            var key = await keys.AuthenticateAsync(presented, Context.RequestAborted);
            uses.Note(key);
            return AuthenticateResult.Success(new AuthenticationTicket(CallerIdentity.Of(key.ToCaller(), Scheme.Name), Scheme.Name));
        }
        catch (GraphException refusal)
        {
            return AuthenticateResult.Fail(refusal);
        }
    }
}
