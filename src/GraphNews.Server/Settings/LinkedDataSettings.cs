using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>How entities are named to other people's programs. Section <c>LinkedData</c>.</summary>
internal sealed record LinkedDataSettings : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "LinkedData";

    /// <summary>
    /// Where others know this server, such as <c>https://news.example.org</c>: what the names of entities in JSON-LD begin with.
    /// Empty for the address that a request came to, which behind a proxy may be another.
    /// </summary>
    public string Address { get; init; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address.Length == 0 || (Uri.TryCreate(Address, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "" } && !Address.EndsWith('/'))) yield break;

        yield return new ValidationResult($"\"{Address}\" is no address of a server. One is https://news.example.org, without a slash at the end.", [nameof(Address)]);
    }
}
