using GraphNews.Graph.Agreements;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Topics;

namespace GraphNews.Graph.Meetings;

/// <summary>Edges that lead out of a meeting.</summary>
[Extends("Meeting")]
internal static class MeetingEdges
{
    /// <summary>The meetings inside a visit.</summary>
    public static Edge Children => Edge.To<Meeting>(meeting => meeting.ParentId).OrderedBy<Meeting>(meeting => meeting.Starts);

    /// <summary>Who took part, in which role.</summary>
    public static Edge Participations => Edge.To<Participation>(participation => participation.MeetingId);

    /// <summary>What it was about.</summary>
    public static Edge Topics => Edge.Through<MeetingTopic, Topic>(link => link.MeetingId, link => link.Topic);

    /// <summary>The occasions that were talked about.</summary>
    public static Edge Occasions => Edge.Through<MeetingOccasion, Occasion>(link => link.MeetingId, link => link.Occasion);

    /// <summary>What was agreed at it.</summary>
    public static Edge Agreements => Edge.To<Agreement>(agreement => agreement.MeetingId);
}
