using System.ComponentModel.DataAnnotations;
using GraphNews.Graph.Search;

namespace GraphNews.Server.Settings;

/// <summary>Where the search index lies, and how much may be searched for. Section <c>Search</c>.</summary>
internal sealed record SearchSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Search";

    /// <summary>The folder that keeps the index between starts, of this server alone; empty for memory, where it is built at each start.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The most UTF-16 characters of a text that is searched for: a long sentence.</summary>
    [Range(10, 100_000)]
    public int TextCharacters { get; init; } = 1_000;

    /// <summary>The most words of it. Each is looked up in every field and language.</summary>
    [Range(1, 500)]
    public int TextWords { get; init; } = 50;

    /// <summary>The settings as the graph takes them.</summary>
    public SearchOptions ToOptions() => new() { Folder = Folder, TextCharacters = TextCharacters, TextWords = TextWords };
}
