using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Agencies;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class AgencyQueries
{
    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Agency => Lookup.Of<Agency>();

    /// <summary>All of them.</summary>
    public static Listing Agencies => Listing.Of<Agency>(agency => agency.SortName);
}
