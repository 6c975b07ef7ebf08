using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Meetings;

/// <summary>Edges that lead out of a participation.</summary>
[Extends("Participation")]
internal static class ParticipationEdges
{
    /// <summary>The posts in which the participant attended.</summary>
    public static Edge Capacity => Edge.To<Capacity>(capacity => capacity.ParticipationId);
}
