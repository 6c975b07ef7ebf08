using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Posts;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class PostQueries
{
    /// <summary>One of them, by slug or id.</summary>
    public static Lookup Post => Lookup.Of<Post>();

    /// <summary>All of them.</summary>
    public static Listing Posts => Listing.Of<Post>(post => post.SortName);
}
