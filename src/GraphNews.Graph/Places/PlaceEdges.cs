using GraphNews.Graph.Binding;
using GraphNews.Graph.Meetings;

namespace GraphNews.Graph.Places;

/// <summary>Edges that lead out of a place.</summary>
[Extends("Place")]
internal static class PlaceEdges
{
    /// <summary>The places that are part of it.</summary>
    public static Edge Children => Edge.To<Place>(place => place.ParentId).OrderedBy<Place>(place => place.SortName);

    /// <summary>The meetings held there.</summary>
    public static Edge Meetings => Edge.To<Meeting>(meeting => meeting.PlaceId).OrderedBy<Meeting>(meeting => meeting.Starts);
}
