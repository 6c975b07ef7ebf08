namespace GraphNews.Server.Settings;

/// <summary>Whether browsers are shown the IDE. Section <c>Ide</c>.</summary>
internal sealed record IdeSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ide";

    /// <summary>Shows it to whoever opens the address in a browser. It can do no more than any client.</summary>
    public bool Enabled { get; init; } = true;
}
