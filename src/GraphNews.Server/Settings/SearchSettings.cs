using System.ComponentModel.DataAnnotations;
using GraphNews.Graph.Search;

namespace GraphNews.Server.Settings;

/// <summary>Where the search index lies, how soon it follows, and how much may be searched for. Section <c>Search</c>.</summary>
internal sealed record SearchSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Search";

    /// <summary>The folder that keeps the index between starts, of this server alone; empty for memory, where it is built at each start.</summary>
    public string Folder { get; init; } = "";

    /// <summary>How often the index looks for what other processes wrote. What this one wrote wakes it at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The most UTF-16 characters of a text that is searched for: a long sentence.</summary>
    [Range(10, 100_000)]
    public int TextCharacters { get; init; } = 1_000;

    /// <summary>The most words of it. Each is looked up in every field and language.</summary>
    [Range(1, 500)]
    public int TextWords { get; init; } = 50;

    /// <summary>The settings as the graph takes them.</summary>
    public SearchOptions ToOptions()
        => new() { Folder = Folder, PollInterval = PollInterval, TextCharacters = TextCharacters, TextWords = TextWords };
}
