using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Places;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class PlaceQueries
{
    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Place => Lookup.Of<Place>();

    /// <summary>All of them.</summary>
    public static Listing Places => Listing.Of<Place>(place => place.SortName);
}
