using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>Who took part.</summary>
[ObjectType<Participation>]
public static partial class ParticipationNode
{
    public static async Task<Official?> GetOfficialAsync([Parent] Participation row, IOfficialByIdDataLoader loader, CancellationToken cancel)
        => row.OfficialId is { } id ? await loader.LoadAsync(id, cancel) : null;

    public static async Task<Agency?> GetAgencyAsync([Parent] Participation row, IAgencyByIdDataLoader loader, CancellationToken cancel)
        => row.AgencyId is { } id ? await loader.LoadAsync(id, cancel) : null;

    public static async Task<IEnumerable<Capacity>> GetCapacityAsync([Parent] Participation row, ICapacitiesByParticipationIdDataLoader loader, CancellationToken cancel)
        => await loader.LoadAsync(row.Id, cancel) ?? [];
}
