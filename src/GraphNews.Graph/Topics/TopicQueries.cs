using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Topics;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class TopicQueries
{
    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Topic => Lookup.Of<Topic>();

    /// <summary>All of them.</summary>
    public static Listing Topics => Listing.Of<Topic>(topic => topic.SortName);

    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Occasion => Lookup.Of<Occasion>();

    /// <summary>All of them.</summary>
    public static Listing Occasions => Listing.Of<Occasion>(occasion => occasion.Starts);
}
