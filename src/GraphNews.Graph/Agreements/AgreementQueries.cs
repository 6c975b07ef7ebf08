using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Agreements;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class AgreementQueries
{
    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Agreement => Lookup.Of<Agreement>();

    /// <summary>All of them.</summary>
    public static Listing Agreements => Listing.Of<Agreement>(agreement => agreement.SortName);
}
