using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>In which languages names and texts are shown. Section <c>Languages</c>.</summary>
internal sealed record LanguagesSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Languages";

    /// <summary>The languages where a client prefers none, best first, as BCP 47 tags with commas between.</summary>
    [RegularExpression("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*( *, *[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)*$")]
    public string Default { get; init; } = "en, ar, fr, es";

    /// <summary><see cref="Default"/> as a list.</summary>
    public IReadOnlyList<string> Tags => Default.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
