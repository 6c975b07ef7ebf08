using GraphNews.Graph.Agreements;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Places;

namespace GraphNews.Graph.Topics;

/// <summary>Edges that lead out of an occasion.</summary>
[Extends("Occasion")]
internal static class OccasionEdges
{
    /// <summary>Where it takes place.</summary>
    public static Edge Places => Edge.Through<OccasionPlace, Place>(link => link.OccasionId, link => link.Place);

    /// <summary>The meetings that spoke of it.</summary>
    public static Edge Meetings => Edge
        .Through<MeetingOccasion, Meeting>(link => link.OccasionId, link => link.Meeting)
        .OrderedBy<Meeting>(meeting => meeting.Starts);

    /// <summary>The agreements made for it.</summary>
    public static Edge Agreements => Edge
        .Through<AgreementOccasion, Agreement>(link => link.OccasionId, link => link.Agreement)
        .OrderedBy<Agreement>(agreement => agreement.SortName);
}
