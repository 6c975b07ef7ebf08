using System.ComponentModel.DataAnnotations;
using GraphNews.Graph.Changes;

namespace GraphNews.Server.Settings;

/// <summary>How this server learns of what others write. Section <c>Changes</c>.</summary>
internal sealed record ChangesSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Changes";

    /// <summary>
    /// How often the database is asked for its version. Search, kept answers and subscriptions follow it; what this server
    /// wrote itself they know at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long an operation waits for the version that its client asks for with <c>GraphNews-Min-Version</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan VersionPatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The settings as the graph takes them.</summary>
    public ChangeOptions ToOptions() => new() { PollInterval = PollInterval, VersionPatience = VersionPatience };
}
