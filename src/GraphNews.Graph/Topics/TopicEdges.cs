using GraphNews.Graph.Agreements;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Meetings;

namespace GraphNews.Graph.Topics;

/// <summary>Edges that lead out of a topic.</summary>
[Extends("Topic")]
internal static class TopicEdges
{
    /// <summary>The topics below it.</summary>
    public static Edge Narrower => Edge.To<Topic>(topic => topic.BroaderId).OrderedBy<Topic>(topic => topic.SortName);

    /// <summary>The meetings about it.</summary>
    public static Edge Meetings => Edge
        .Through<MeetingTopic, Meeting>(link => link.TopicId, link => link.Meeting)
        .OrderedBy<Meeting>(meeting => meeting.Starts);

    /// <summary>The agreements about it.</summary>
    public static Edge Agreements => Edge
        .Through<AgreementTopic, Agreement>(link => link.TopicId, link => link.Agreement)
        .OrderedBy<Agreement>(agreement => agreement.SortName);
}
