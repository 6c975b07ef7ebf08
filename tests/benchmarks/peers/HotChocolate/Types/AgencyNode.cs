using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>An institution.</summary>
[ObjectType<Agency>]
public static partial class AgencyNode
{
    public static Task<string?> GetNameAsync([Parent] Agency row, string language, INameByKeyDataLoader names, CancellationToken cancel)
        => names.LoadAsync(new TextKey(row.Id, language), cancel);

    public static async Task<Country?> GetCountryAsync([Parent] Agency row, ICountryByIdDataLoader loader, CancellationToken cancel)
        => row.CountryId is { } id ? await loader.LoadAsync(id, cancel) : null;
}
