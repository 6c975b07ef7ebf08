using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Articles;

/// <summary>Ways into the graph.</summary>
[Extends("Query")]
internal static class ArticleQueries
{
    /// <summary>One article, by slug or id.</summary>
    public static Lookup Article => Lookup.Of<SourceArticle>();

    /// <summary>All articles.</summary>
    public static Listing Articles => Listing.Of<SourceArticle>(article => article.Published);

    /// <summary>One publisher, by slug or id.</summary>
    public static Lookup Publisher => Lookup.Of<Publisher>();

    /// <summary>All publishers.</summary>
    public static Listing Publishers => Listing.Of<Publisher>(publisher => publisher.SortName);
}
