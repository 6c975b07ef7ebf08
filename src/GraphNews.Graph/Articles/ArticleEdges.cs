using GraphNews.Graph.Binding;
using GraphNews.Graph.Citations;

namespace GraphNews.Graph.Articles;

/// <summary>Edges that lead out of an article.</summary>
[Extends("SourceArticle")]
internal static class ArticleEdges
{
    /// <summary>The citations that name it as their source.</summary>
    public static Edge Supports => Edge.To<Citation>(citation => citation.ArticleId);
}
