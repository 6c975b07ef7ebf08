using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>A seat at an agency.</summary>
[ObjectType<Post>]
public static partial class PostNode
{
    public static Task<string?> GetTitleAsync([Parent] Post row, string language, INameByKeyDataLoader names, CancellationToken cancel)
        => names.LoadAsync(new TextKey(row.Id, language), cancel);

    public static async Task<Agency?> GetAgencyAsync([Parent] Post row, IAgencyByIdDataLoader loader, CancellationToken cancel)
        => row.AgencyId is { } id ? await loader.LoadAsync(id, cancel) : null;
}
