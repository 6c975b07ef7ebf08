using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Articles;

/// <summary>The texts of articles, for those who may read them. They are no column of the walk: nothing filters or sorts by them.</summary>
[Extends("SourceArticle")]
internal static class PublishedText
{
    /// <summary>The texts of articles. One statement for many articles, and none for those who may not read them.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> Text(GraphReader reader, IReadOnlyList<long> articles, CancellationToken cancel)
    {
        if (!reader.ShowsText) return new Dictionary<long, object?>();
        long[] keys = [.. articles];
        return await reader.AskAsync(
            (graph, token) => graph.SourceArticles.Where(article => keys.Contains(article.Id) && article.Text != null)
                .ToDictionaryAsync(article => article.Id, article => (object?)article.Text, token),
            cancel).ConfigureAwait(false);
    }
}
