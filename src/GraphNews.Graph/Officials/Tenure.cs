using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Posts;

namespace GraphNews.Graph.Officials;

/// <summary>An official holds a post. FollowTheMoney: Occupancy; Popolo: Membership.</summary>
public sealed class Tenure : Fact
{
    /// <summary>Who holds the post.</summary>
    public long OfficialId { get; set; }

    /// <inheritdoc cref="OfficialId"/>
    public Official Official { get; set; } = null!;

    /// <summary>Which post.</summary>
    public long PostId { get; set; }

    /// <inheritdoc cref="PostId"/>
    public Post Post { get; set; } = null!;

    /// <summary>Since when, as far as a source says so.</summary>
    public PartialDate From { get; set; } = PartialDate.Unknown;

    /// <summary>Until when. Unknown is never read as "still".</summary>
    public PartialDate Until { get; set; } = PartialDate.Unknown;

    /// <summary>Whether it goes on.</summary>
    public TenureStatus Status { get; set; } = TenureStatus.Unknown;

    /// <summary>The earliest day on which a citation or a meeting shows the official in the post; null if none does.</summary>
    public DateOnly? AttestedFirst { get; set; }

    /// <summary>The latest such day; null if none does.</summary>
    public DateOnly? AttestedLast { get; set; }
}

/// <summary>Whether a tenure goes on.</summary>
public enum TenureStatus
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>A source says that the official is in office.</summary>
    Current,

    /// <summary>It has ended, even where the date is not known.</summary>
    Ended,
}
