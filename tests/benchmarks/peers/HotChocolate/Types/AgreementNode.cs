using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>What was agreed.</summary>
[ObjectType<Agreement>]
public static partial class AgreementNode
{
    public static Task<string?> GetSummaryAsync([Parent] Agreement row, string language, ISummaryByKeyDataLoader texts, CancellationToken cancel)
        => texts.LoadAsync(new TextKey(row.Id, language), cancel);

    public static async Task<IEnumerable<AgreementParty>> GetPartiesAsync([Parent] Agreement row, IPartiesByAgreementIdDataLoader loader, CancellationToken cancel)
        => await loader.LoadAsync(row.Id, cancel) ?? [];
}
