using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>A person.</summary>
[ObjectType<Official>]
public static partial class OfficialNode
{
    public static Task<string?> GetNameAsync([Parent] Official row, string language, INameByKeyDataLoader names, CancellationToken cancel)
        => names.LoadAsync(new TextKey(row.Id, language), cancel);

    public static async Task<IEnumerable<Tenure>> GetTenuresAsync([Parent] Official row, ITenuresByOfficialIdDataLoader loader, CancellationToken cancel)
        => await loader.LoadAsync(row.Id, cancel) ?? [];

    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Meeting> GetMeetings([Parent] Official row, PeerContext context)
        => context.Meetings.Where(meeting => meeting.Participations.Any(participation => participation.OfficialId == row.Id));
}
