using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Articles;

/// <summary>Edges that lead out of a publisher.</summary>
[Extends("Publisher")]
internal static class PublisherEdges
{
    /// <summary>What it published.</summary>
    public static Edge Articles => Edge.To<SourceArticle>(article => article.PublisherId).OrderedBy<SourceArticle>(article => article.Published);
}
