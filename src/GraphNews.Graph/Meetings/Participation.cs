using GraphNews.Graph.Agencies;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Posts;

namespace GraphNews.Graph.Meetings;

/// <summary>Who took part in a meeting, as what. A source may name the person, the agency, or only a title.</summary>
public sealed class Participation : Fact
{
    /// <summary>The meeting.</summary>
    public long MeetingId { get; set; }

    /// <inheritdoc cref="MeetingId"/>
    public Meeting Meeting { get; set; } = null!;

    /// <summary>The person; null where the source names nobody.</summary>
    public long? OfficialId { get; set; }

    /// <inheritdoc cref="OfficialId"/>
    public Official? Official { get; set; }

    /// <summary>The agency that was represented; null if unknown.</summary>
    public long? AgencyId { get; set; }

    /// <inheritdoc cref="AgencyId"/>
    public Agency? Agency { get; set; }

    /// <summary>The agency on whose behalf the participant came, where that is another than <see cref="Agency"/>; null if none.</summary>
    public long? OnBehalfOfId { get; set; }

    /// <inheritdoc cref="OnBehalfOfId"/>
    public Agency? OnBehalfOf { get; set; }

    /// <summary>In which role.</summary>
    public ParticipationRole Role { get; set; } = ParticipationRole.Unknown;

    /// <summary>The name as the source writes it; null if it names nobody.</summary>
    public string? NameAsWritten { get; set; }

    /// <summary>The title as the source writes it; null if it gives none.</summary>
    public string? TitleAsWritten { get; set; }
}

/// <summary>In which role someone took part.</summary>
public enum ParticipationRole
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>Invited the others.</summary>
    Host,

    /// <summary>Was invited.</summary>
    Guest,

    /// <summary>Led a delegation.</summary>
    HeadOfDelegation,

    /// <summary>Took part as a member of a delegation or body.</summary>
    Member,

    /// <summary>Took part as an expert.</summary>
    Expert,

    /// <summary>Was present without taking part.</summary>
    Observer,
}

/// <summary>A post in which a participant attended. One person may attend in two.</summary>
public sealed class Capacity : GraphRow
{
    /// <summary>The participation.</summary>
    public long ParticipationId { get; set; }

    /// <inheritdoc cref="ParticipationId"/>
    [NotPublished]
    public Participation Participation { get; set; } = null!;

    /// <summary>The post.</summary>
    public long PostId { get; set; }

    /// <inheritdoc cref="PostId"/>
    public Post Post { get; set; } = null!;

    /// <summary>The tenure held that day; null where the person is not known or no tenure is.</summary>
    public long? TenureId { get; set; }

    /// <inheritdoc cref="TenureId"/>
    public Tenure? Tenure { get; set; }
}
