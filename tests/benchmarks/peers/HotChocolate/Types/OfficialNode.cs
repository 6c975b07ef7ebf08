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

    /// <summary>By IN and not by EXISTS: SQLite would look through all meetings in their order for the few that this one attended.</summary>
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Meeting> GetMeetings([Parent] Official row, PeerContext context)
    {
        var attended = context.Participations.Where(participation => participation.OfficialId == row.Id).Select(participation => participation.MeetingId);
        return context.Meetings.Where(meeting => attended.Contains(meeting.Id));
    }
}
