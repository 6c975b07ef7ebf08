using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Articles;

/// <summary>Fields of an article that are no columns.</summary>
[Extends("SourceArticle")]
internal static class ArticleFields
{
    /// <summary>The title serves as name, whatever the language.</summary>
    public static Column Name => Column.Of((SourceArticle article) => article.Title);
}
