namespace GraphNews.Graph.Walk;

/// <summary>How much one list shows, in which languages, and what of it everybody may read.</summary>
public sealed record WalkOptions
{
    /// <summary>The rows of a page where the operation does not say how many.</summary>
    public int DefaultPageSize { get; init; } = 10;

    /// <summary>The most rows of a page, and of a plain list.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>Whether readers get the texts of articles beyond the quotes that are cited.</summary>
    public bool PublishesText { get; init; }

    /// <summary>The languages of names and texts where the client prefers none, best first, BCP 47.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "ar", "fr", "es"];
}
