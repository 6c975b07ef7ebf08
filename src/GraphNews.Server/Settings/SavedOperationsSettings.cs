using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>Documents that clients name instead of sending them. Section <c>SavedOperations</c>.</summary>
internal sealed record SavedOperationsSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "SavedOperations";

    /// <summary>A folder of trusted documents beside those that the schema comes with; empty for none. A relative path counts from the current folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Whether trusted documents alone are executed.</summary>
    public bool TrustedOnly { get; init; }

    /// <summary>Whether clients may save documents themselves, by the protocol of automatic persisted queries.</summary>
    public bool Automatic { get; init; } = true;

    /// <summary>The most UTF-16 characters of documents that clients have saved; those that were asked for longest ago are forgotten.</summary>
    [Range(0, 1_000_000_000)]
    public int AutomaticCharacters { get; init; } = 4 * 1024 * 1024;
}
