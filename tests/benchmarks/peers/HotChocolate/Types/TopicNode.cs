using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>What a meeting is about.</summary>
[ObjectType<Topic>]
public static partial class TopicNode
{
    public static Task<string?> GetNameAsync([Parent] Topic row, string language, INameByKeyDataLoader names, CancellationToken cancel)
        => names.LoadAsync(new TextKey(row.Id, language), cancel);
}
