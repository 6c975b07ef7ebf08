using GraphNews.Graph.Dates;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Timelines;

/// <summary>A dated entry of a node's timeline.</summary>
/// <param name="Parent">Whose timeline.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Node">To what.</param>
/// <param name="Date">When.</param>
internal sealed record TimelineEntry(long Parent, TimelineKind Kind, NodeKey Node, PartialDate Date)
{
    /// <summary>The types of its place in time.</summary>
    public static Type[] PlaceTypes { get; } = [typeof(DateOnly), typeof(DateOnly), typeof(int), typeof(long)];

    /// <summary>Its place in time: the earliest, then the latest day; among equals by kind and id.</summary>
    public IReadOnlyList<object> Place => [Date.Earliest, Date.Latest, (int)Kind, Node.Id];

    /// <summary>Orders two places in time.</summary>
    public static int Compare(IReadOnlyList<object> one, IReadOnlyList<object> other)
        => Key(one).CompareTo(Key(other));

    private static (DateOnly, DateOnly, int, long) Key(IReadOnlyList<object> place)
        => ((DateOnly)place[0], (DateOnly)place[1], (int)place[2], (long)place[3]);
}
