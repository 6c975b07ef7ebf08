namespace GraphNews.Server.Settings;

/// <summary>What readers get of articles. Section <c>Articles</c>.</summary>
internal sealed record ArticlesSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Articles";

    /// <summary>Whether readers get the texts of articles as a whole. Quotes that are cited they always get; editors get the texts in any case.</summary>
    public bool PublishText { get; init; }
}
