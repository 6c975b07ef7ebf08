using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>Who is bound.</summary>
[ObjectType<AgreementParty>]
public static partial class AgreementPartyNode
{
    public static async Task<Agency?> GetAgencyAsync([Parent] AgreementParty row, IAgencyByIdDataLoader loader, CancellationToken cancel)
        => row.AgencyId is { } id ? await loader.LoadAsync(id, cancel) : null;

    public static async Task<Country?> GetCountryAsync([Parent] AgreementParty row, ICountryByIdDataLoader loader, CancellationToken cancel)
        => row.CountryId is { } id ? await loader.LoadAsync(id, cancel) : null;
}
