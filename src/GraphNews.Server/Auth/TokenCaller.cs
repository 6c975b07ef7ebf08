using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Settings;

namespace GraphNews.Server.Auth;

/// <summary>The caller that a token speaks of, once the token is found good.</summary>
internal static class TokenCaller
{
    /// <summary>What the column of the change log holds.</summary>
    private const int LongestActor = 200;

    /// <summary>
    /// <c>jwt:</c>, the name, <c>@</c> and the issuer: names of two issuers, or of a token and a key, are never one. A
    /// name that does not fit, or that would not show as it is written, is replaced by its hash.
    /// </summary>
    /// <exception cref="GraphException">The token has no name.</exception>
    public static Caller Of(ClaimsPrincipal token, string issuer, AuthenticationSettings settings)
    {
        if (token.FindFirstValue(settings.NameClaim) is not { Length: > 0 } name)
            throw new GraphException(ErrorCodes.Unauthenticated, $"The token names nobody: it has no claim {settings.NameClaim}.");

        var actor = $"jwt:{name}@{issuer}";
        if (actor.Length > LongestActor || actor.EnumerateRunes().Any(rune => !IsShown(rune)))
            actor = $"jwt:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(actor)))}";
        return new Caller(actor, RoleOf(token, settings));
    }

    /// <summary>The highest role that one of the claims names; a token without any is a reader's.</summary>
    private static CallerRole RoleOf(ClaimsPrincipal token, AuthenticationSettings settings)
        => settings.RoleClaims
            .SelectMany(token.FindAll)
            .Select(claim => RoleNames.Parse(claim.Value) ?? CallerRole.Reader)
            .DefaultIfEmpty(CallerRole.Reader)
            .Max();

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
