using GraphNews.Graph.Nodes;
using GraphNews.Graph.Topics;

namespace GraphNews.Graph.Meetings;

/// <summary>A meeting was about a topic.</summary>
public sealed class MeetingTopic : GraphRow
{
    /// <summary>The meeting.</summary>
    public long MeetingId { get; set; }

    /// <inheritdoc cref="MeetingId"/>
    public Meeting Meeting { get; set; } = null!;

    /// <summary>The topic.</summary>
    public long TopicId { get; set; }

    /// <inheritdoc cref="TopicId"/>
    public Topic Topic { get; set; } = null!;
}

/// <summary>A meeting spoke of an occasion.</summary>
public sealed class MeetingOccasion : GraphRow
{
    /// <summary>The meeting.</summary>
    public long MeetingId { get; set; }

    /// <inheritdoc cref="MeetingId"/>
    public Meeting Meeting { get; set; } = null!;

    /// <summary>The occasion.</summary>
    public long OccasionId { get; set; }

    /// <inheritdoc cref="OccasionId"/>
    public Occasion Occasion { get; set; } = null!;
}
