using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace GraphNews.Server.Auth;

/// <summary>
/// Which JSON Web Tokens are good: signed with a key that the issuer publishes, by the issuer, for this audience, and
/// not expired. The issuer's keys are fetched from its discovery document and kept.
/// </summary>
internal static class TokenValidation
{
    /// <summary>Those with a public key. One with a shared secret could be signed with what the issuer publishes, and "none" by everybody.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void Configure(JwtBearerOptions options, AuthenticationSettings settings)
    {
        options.Authority = settings.Authority;
        options.Audience = settings.Audience;
        options.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;

        // Clocks that are kept by NTP differ by less; the default is five minutes.
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        options.Events = new JwtBearerEvents { OnTokenValidated = validated => AcceptAsync(validated, settings) };
    }

    /// <summary>Why a token was refused, as far as its bearer can act on it. Nothing of the token is repeated.</summary>
    public static GraphException RefusalOf(Exception failure) => new(
        ErrorCodes.Unauthenticated,
        failure switch
        {
            GraphException known => known.Message,
            SecurityTokenExpiredException => "The token has expired. Ask its issuer for a new one.",
            SecurityTokenNotYetValidException => "The token is not valid yet.",
            SecurityTokenInvalidAudienceException => "The token was given for another service: its audience is another.",
            _ => "The token is not one that this server accepts: it is signed by no key of its issuer, or is no JSON Web Token.",
        },
        failure);

    private static Task AcceptAsync(TokenValidatedContext validated, AuthenticationSettings settings)
    {
        try
        {
            var caller = TokenCaller.Of(validated.Principal!, validated.SecurityToken.Issuer, settings);
            validated.Principal = CallerIdentity.Of(caller, validated.Scheme.Name);
        }
        catch (GraphException refusal)
        {
            validated.Fail(refusal);
        }

        return Task.CompletedTask;
    }
}
