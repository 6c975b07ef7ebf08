namespace GraphNews.Graph.Walk;

/// <summary>How much one list shows, and in which languages.</summary>
public sealed record WalkOptions
{
    /// <summary>The rows of a page where the operation does not say how many.</summary>
    public int DefaultPageSize { get; init; } = 10;

    /// <summary>The most rows of a page, and of a plain list.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>The languages of names and texts where the client prefers none, best first, BCP 47.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "ar", "fr", "es"];
}
