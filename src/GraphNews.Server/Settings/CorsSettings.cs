using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>Which web pages may ask from a browser. Section <c>Cors</c>.</summary>
internal sealed record CorsSettings : IValidatableObject
{
    /// <summary>What stands for every origin.</summary>
    public const string Any = "*";

    /// <summary>The section's name.</summary>
    public const string Section = "Cors";

    /// <summary>The origins whose pages may ask, such as <c>https://news.example.org</c>, with commas between; <c>*</c> for all, empty for the server's own.</summary>
    public string Origins { get; init; } = "";

    /// <summary>How long a browser keeps what it was told before its first request. Chromium keeps it for two hours at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary><see cref="Origins"/> as a list.</summary>
    public IReadOnlyList<string> List => Origins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether pages of other origins than the server's may ask.</summary>
    public bool Enabled => List.Count > 0;

    /// <summary>Whether pages of an origin, as the header <c>Origin</c> gives it, may ask.</summary>
    public bool Allows(string origin) => List is [Any] || List.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (List is [Any]) yield break;

        foreach (var origin in List.Where(origin => !IsOrigin(origin)))
        {
            yield return new ValidationResult(
                $"\"{origin}\" is no origin. An origin is a scheme and a host, and a port where it is not the usual one, without a slash at the end: https://news.example.org. * alone stands for all.",
                [nameof(Origins)]);
        }
    }

    /// <summary>Whether it is written as browsers write it. Source: RFC 6454, section 6.1.</summary>
    private static bool IsOrigin(string origin)
        => Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https" }
            && address.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase);
}
