using GraphNews.Graph.Agencies;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Places;

namespace GraphNews.Graph.Meetings;

/// <summary>Officials or agencies met. Title and summary are texts in several languages. FollowTheMoney: Event.</summary>
public sealed class Meeting : Entity
{
    /// <summary>What sort of meeting.</summary>
    public MeetingKind Kind { get; set; } = MeetingKind.Unknown;

    /// <summary>Whether it took place.</summary>
    public MeetingStatus Status { get; set; } = MeetingStatus.Unknown;

    /// <summary>When it began.</summary>
    public PartialDate Starts { get; set; } = PartialDate.Unknown;

    /// <summary>When it ended.</summary>
    public PartialDate Ends { get; set; } = PartialDate.Unknown;

    /// <summary>Where; null if unknown.</summary>
    public long? PlaceId { get; set; }

    /// <inheritdoc cref="PlaceId"/>
    public Place? Place { get; set; }

    /// <summary>The agency that hosted it; null if unknown.</summary>
    public long? HostId { get; set; }

    /// <inheritdoc cref="HostId"/>
    public Agency? Host { get; set; }

    /// <summary>The visit or conference that it was part of; null if none.</summary>
    public long? ParentId { get; set; }

    /// <inheritdoc cref="ParentId"/>
    public Meeting? Parent { get; set; }
}

/// <summary>What sort of meeting.</summary>
public enum MeetingKind
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>Two sides met.</summary>
    Bilateral,

    /// <summary>Three sides met.</summary>
    Trilateral,

    /// <summary>More than three sides met.</summary>
    Multilateral,

    /// <summary>A visit, which holds its meetings.</summary>
    Visit,

    /// <summary>An audience or reception.</summary>
    Reception,

    /// <summary>A telephone or video call.</summary>
    Call,

    /// <summary>A signing ceremony.</summary>
    Signing,

    /// <summary>Experts met, by theme.</summary>
    Expert,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Whether a meeting took place.</summary>
public enum MeetingStatus
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>It is to take place.</summary>
    Planned,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>It was put off.</summary>
    Postponed,

    /// <summary>It was called off.</summary>
    Cancelled,
}
