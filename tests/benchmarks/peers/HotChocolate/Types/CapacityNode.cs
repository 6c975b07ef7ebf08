using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>As what somebody took part.</summary>
[ObjectType<Capacity>]
public static partial class CapacityNode
{
    public static Task<Post?> GetPostAsync([Parent] Capacity row, IPostByIdDataLoader loader, CancellationToken cancel)
        => loader.LoadAsync(row.PostId, cancel);

    public static async Task<Tenure?> GetTenureAsync([Parent] Capacity row, ITenureByIdDataLoader loader, CancellationToken cancel)
        => row.TenureId is { } id ? await loader.LoadAsync(id, cancel) : null;
}
