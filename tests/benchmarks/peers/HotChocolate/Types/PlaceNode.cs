using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>Where.</summary>
[ObjectType<Place>]
public static partial class PlaceNode
{
    public static Task<string?> GetNameAsync([Parent] Place row, string language, INameByKeyDataLoader names, CancellationToken cancel)
        => names.LoadAsync(new TextKey(row.Id, language), cancel);

    public static async Task<Country?> GetCountryAsync([Parent] Place row, ICountryByIdDataLoader loader, CancellationToken cancel)
        => row.CountryId is { } id ? await loader.LoadAsync(id, cancel) : null;
}
