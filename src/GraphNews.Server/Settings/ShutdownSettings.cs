using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>How the server stops. Section <c>Shutdown</c>.</summary>
internal sealed record ShutdownSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Shutdown";

    /// <summary>
    /// How long it goes on as before once it was told to stop, while <c>/health/ready</c> says that it stops: as long as
    /// whatever sends it requests takes to notice.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;

    /// <summary>How long what then runs may take to finish, before it is cut off. No query runs longer than <see cref="LimitsSettings.ExecutionTime"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
