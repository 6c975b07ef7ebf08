using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>A public event that is talked about.</summary>
[ObjectType<Occasion>]
public static partial class OccasionNode
{
    public static Task<string?> GetNameAsync([Parent] Occasion row, string language, INameByKeyDataLoader names, CancellationToken cancel)
        => names.LoadAsync(new TextKey(row.Id, language), cancel);
}
