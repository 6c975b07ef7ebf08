using GraphNews.Peer.Loaders;
using GraphNews.Peer.Model;

namespace GraphNews.Peer.Types;

/// <summary>Officials or agencies met.</summary>
[ObjectType<Meeting>]
public static partial class MeetingNode
{
    public static Task<string?> GetTitleAsync([Parent] Meeting row, string language, ITitleByKeyDataLoader texts, CancellationToken cancel)
        => texts.LoadAsync(new TextKey(row.Id, language), cancel);

    public static async Task<Place?> GetPlaceAsync([Parent] Meeting row, IPlaceByIdDataLoader loader, CancellationToken cancel)
        => row.PlaceId is { } id ? await loader.LoadAsync(id, cancel) : null;

    public static async Task<Meeting?> GetParentAsync([Parent] Meeting row, IMeetingByIdDataLoader loader, CancellationToken cancel)
        => row.ParentId is { } id ? await loader.LoadAsync(id, cancel) : null;

    public static async Task<IEnumerable<Meeting>> GetChildrenAsync([Parent] Meeting row, int first, IChildrenByMeetingIdDataLoader loader, CancellationToken cancel)
        => (await loader.LoadAsync(row.Id, cancel) ?? []).Take(first);

    public static async Task<IEnumerable<Participation>> GetParticipationsAsync([Parent] Meeting row, int first, IParticipationsByMeetingIdDataLoader loader, CancellationToken cancel)
        => (await loader.LoadAsync(row.Id, cancel) ?? []).Take(first);

    public static async Task<IEnumerable<Topic>> GetTopicsAsync([Parent] Meeting row, ITopicsByMeetingIdDataLoader loader, CancellationToken cancel)
        => await loader.LoadAsync(row.Id, cancel) ?? [];

    public static async Task<IEnumerable<Occasion>> GetOccasionsAsync([Parent] Meeting row, IOccasionsByMeetingIdDataLoader loader, CancellationToken cancel)
        => await loader.LoadAsync(row.Id, cancel) ?? [];

    public static async Task<IEnumerable<Agreement>> GetAgreementsAsync([Parent] Meeting row, int first, IAgreementsByMeetingIdDataLoader loader, CancellationToken cancel)
        => (await loader.LoadAsync(row.Id, cancel) ?? []).Take(first);

    public static async Task<IEnumerable<Citation>> GetCitationsAsync([Parent] Meeting row, int first, ICitationsBySubjectIdDataLoader loader, CancellationToken cancel)
        => (await loader.LoadAsync(row.Id, cancel) ?? []).Take(first);
}
