using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>An official holds a post.</summary>
[ObjectType<Tenure>]
public static partial class TenureNode
{
    public static Task<Post?> GetPostAsync([Parent] Tenure row, IPostByIdDataLoader loader, CancellationToken cancel)
        => loader.LoadAsync(row.PostId, cancel);
}
