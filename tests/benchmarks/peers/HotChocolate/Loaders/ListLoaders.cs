using GraphNews.Peer.Model;
using GreenDonut;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Peer.Loaders;

/// <summary>Lists that lead out of rows, for many at once.</summary>
internal static class ListLoaders
{
    [DataLoader]
    public static async Task<ILookup<long, Tenure>> GetTenuresByOfficialIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.Tenures.Where(row => ids.Contains(row.OfficialId)).OrderBy(row => row.FromEarliest).ThenBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.OfficialId);

    [DataLoader]
    public static async Task<ILookup<long, Meeting>> GetChildrenByMeetingIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.Meetings.Where(row => ids.Contains(row.ParentId!.Value)).OrderBy(row => row.StartsEarliest).ThenBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.ParentId!.Value);

    [DataLoader]
    public static async Task<ILookup<long, Participation>> GetParticipationsByMeetingIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.Participations.Where(row => ids.Contains(row.MeetingId)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.MeetingId);

    [DataLoader]
    public static async Task<ILookup<long, Capacity>> GetCapacitiesByParticipationIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.Capacities.Where(row => ids.Contains(row.ParticipationId)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.ParticipationId);

    [DataLoader]
    public static async Task<ILookup<long, Agreement>> GetAgreementsByMeetingIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.Agreements.Where(row => ids.Contains(row.MeetingId!.Value)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.MeetingId!.Value);

    [DataLoader]
    public static async Task<ILookup<long, AgreementParty>> GetPartiesByAgreementIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.AgreementParties.Where(row => ids.Contains(row.AgreementId)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.AgreementId);

    [DataLoader]
    public static async Task<ILookup<long, Citation>> GetCitationsBySubjectIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.Citations.Where(row => ids.Contains(row.SubjectId)).OrderBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.SubjectId);

    [DataLoader]
    public static async Task<ILookup<long, Topic>> GetTopicsByMeetingIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.MeetingTopics.Where(row => ids.Contains(row.MeetingId)).OrderBy(row => row.TopicId).Select(row => new { row.MeetingId, row.Topic }).ToListAsync(cancel))
            .ToLookup(row => row.MeetingId, row => row.Topic);

    [DataLoader]
    public static async Task<ILookup<long, Occasion>> GetOccasionsByMeetingIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => (await context.MeetingOccasions.Where(row => ids.Contains(row.MeetingId)).OrderBy(row => row.OccasionId).Select(row => new { row.MeetingId, row.Occasion }).ToListAsync(cancel))
            .ToLookup(row => row.MeetingId, row => row.Occasion);
}
