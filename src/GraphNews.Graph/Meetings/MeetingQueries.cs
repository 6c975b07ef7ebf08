using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Meetings;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class MeetingQueries
{
    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Meeting => Lookup.Of<Meeting>();

    /// <summary>All of them.</summary>
    public static Listing Meetings => Listing.Of<Meeting>(meeting => meeting.Starts);
}
