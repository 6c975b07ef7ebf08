using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>Who is known, and whether strangers may read. Section <c>Authentication</c>. API keys need no setting.</summary>
internal sealed record AuthenticationSettings : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Authentication";

    /// <summary>The OpenID Connect issuer whose tokens are accepted, such as <c>https://id.example.org/realms/news</c>; empty for none.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The audience that its tokens must name: an issuer gives tokens for other services, too.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claims that may hold the role, with commas between.</summary>
    [RegularExpression("^[^, ]+( *, *[^, ]+)*$", ErrorMessage = "It names claims, with commas between.")]
    public string RoleClaim { get; init; } = "role, roles";

    /// <summary>The claim by which the change log calls a token's bearer. An issuer never gives a <c>sub</c> again.</summary>
    [RegularExpression("^[^, ]+$", ErrorMessage = "It names one claim.")]
    public string NameClaim { get; init; } = "sub";

    /// <summary>Whether reading, too, is for callers who are logged in.</summary>
    public bool RequireForReading { get; init; }

    /// <summary><see cref="RoleClaim"/> as a list.</summary>
    public IReadOnlyList<string> RoleClaims => RoleClaim.Split(',', StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority.Length == 0) yield break;

        // What http brings may be changed on its way, the keys that tokens are checked with among it.
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)))
            yield return new ValidationResult("It is the https address of an OpenID Connect issuer (http only on this machine).", [nameof(Authority)]);
        if (string.IsNullOrWhiteSpace(Audience))
            yield return new ValidationResult("Without an audience every token of the issuer would be accepted, whichever service it was given for.", [nameof(Audience)]);
    }
}
