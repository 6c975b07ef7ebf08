using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>How answers are kept, here and on the way to clients. Section <c>Cache</c>.</summary>
internal sealed record CacheSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cache";

    /// <summary>The most bytes of answers that are kept in memory; 0 keeps none. An answer of more than an eighth of it is not kept.</summary>
    [Range(0L, 64L * 1024 * 1024 * 1024)]
    public long Bytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long browsers may show the answer to a stranger's GET without asking again; 0 has them ask each time, which costs a 304.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxAge { get; init; } = TimeSpan.Zero;

    /// <summary>How long a CDN or another shared cache may; 0 has it ask each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan SharedMaxAge { get; init; } = TimeSpan.Zero;
}
