using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Places;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class CountryQueries
{
    /// <summary>One country, by slug, id or ISO 3166-1 alpha-2 code.</summary>
    public static Lookup Country => Lookup.Of<Country>().OrBy<Country>("code", country => country.Code);

    /// <summary>All countries.</summary>
    public static Listing Countries => Listing.Of<Country>(country => country.SortName);
}
