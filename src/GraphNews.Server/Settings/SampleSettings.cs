namespace GraphNews.Server.Settings;

/// <summary>Whether the sample is loaded at the first start. Section <c>Sample</c>.</summary>
internal sealed record SampleSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sample";

    /// <summary>Loads <c>samples/madrid-2025</c> into a database that holds no graph yet; a graph that holds anything is left alone.</summary>
    public bool Load { get; init; } = true;
}
