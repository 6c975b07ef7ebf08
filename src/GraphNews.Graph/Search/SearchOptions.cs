namespace GraphNews.Graph.Search;

/// <summary>Where the search index lies, and how much may be asked.</summary>
public sealed record SearchOptions
{
    /// <summary>The folder that keeps the index between starts, of this process alone; empty for memory.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The most UTF-16 characters of a text that is searched for.</summary>
    public int TextCharacters { get; init; } = 1_000;

    /// <summary>The most words of a text that is searched for: each is looked up in every field and language.</summary>
    public int TextWords { get; init; } = 50;

    /// <summary>How long a question waits for an index that is being built.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);
}
