using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>A source.</summary>
[ObjectType<SourceArticle>]
public static partial class SourceArticleNode
{
    public static async Task<Publisher?> GetPublisherAsync([Parent] SourceArticle row, IPublisherByIdDataLoader loader, CancellationToken cancel)
        => row.PublisherId is { } id ? await loader.LoadAsync(id, cancel) : null;
}
