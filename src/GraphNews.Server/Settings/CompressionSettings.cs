using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>Whether answers are compressed for clients that take it. Section <c>Compression</c>.</summary>
internal sealed record CompressionSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Compression";

    /// <summary>Compresses with Brotli or gzip; off where a proxy does it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The fewest bytes that are worth it: a smaller answer fits into one packet as it is.</summary>
    [Range(0, 1024 * 1024)]
    public int FromBytes { get; init; } = 1_024;
}
