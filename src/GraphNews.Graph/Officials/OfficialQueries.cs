using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Officials;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class OfficialQueries
{
    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Official => Lookup.Of<Official>();

    /// <summary>All of them.</summary>
    public static Listing Officials => Listing.Of<Official>(official => official.SortName);
}
