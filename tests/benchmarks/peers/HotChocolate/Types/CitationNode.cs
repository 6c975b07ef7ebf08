using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>What a source says.</summary>
[ObjectType<Citation>]
public static partial class CitationNode
{
    public static Task<SourceArticle?> GetArticleAsync([Parent] Citation row, ISourceArticleByIdDataLoader loader, CancellationToken cancel)
        => loader.LoadAsync(row.ArticleId, cancel);
}
