using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>Who publishes.</summary>
[ObjectType<Publisher>]
public static partial class PublisherNode
{
    public static Task<string?> GetNameAsync([Parent] Publisher row, string language, INameByKeyDataLoader names, CancellationToken cancel)
        => names.LoadAsync(new TextKey(row.Id, language), cancel);
}
