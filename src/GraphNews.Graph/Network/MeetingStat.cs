using GraphNews.Graph.Binding;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>A group of meetings. What the groups are not made of, and what is unknown, is null.</summary>
internal sealed class MeetingStat
{
    /// <summary>The year in which they began.</summary>
    public int? Year { get; init; }

    /// <summary>The month of the year in which they began, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>Their kind.</summary>
    public MeetingKind? Kind { get; init; }

    /// <summary>The country of an agency that took part.</summary>
    public NodeKey? Country => Key(NodeKind.Country, CountryId);

    /// <summary>An agency that took part.</summary>
    public NodeKey? Agency => Key(NodeKind.Agency, AgencyId);

    /// <summary>A topic.</summary>
    public NodeKey? Topic => Key(NodeKind.Topic, TopicId);

    /// <summary>How many meetings.</summary>
    public required int Count { get; init; }

    /// <summary>The country's id.</summary>
    [NotPublished]
    public long? CountryId { get; init; }

    /// <summary>The agency's id.</summary>
    [NotPublished]
    public long? AgencyId { get; init; }

    /// <summary>The topic's id.</summary>
    [NotPublished]
    public long? TopicId { get; init; }

    private static NodeKey? Key(NodeKind kind, long? id) => id is { } known ? new NodeKey(kind, known) : null;
}
