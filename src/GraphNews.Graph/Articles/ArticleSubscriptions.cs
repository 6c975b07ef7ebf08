using GraphNews.Graph.Binding;
using GraphNews.Graph.Subscriptions;

namespace GraphNews.Graph.Articles;

/// <summary>Articles as they come into the graph.</summary>
[Extends("Subscription")]
internal static class ArticleSubscriptions
{
    /// <summary>Each article that is added.</summary>
    public static Subscription ArticleAdded => NewNodes.Of<SourceArticle>();
}
