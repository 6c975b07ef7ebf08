using GraphNews.Peer.Model;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Peer.Types;

/// <summary>Where questions begin.</summary>
[QueryType]
public static class Query
{
    public static Task<Official?> GetOfficialAsync(string slug, PeerContext context, CancellationToken cancel)
        => context.Officials.FirstOrDefaultAsync(official => official.Slug == slug, cancel);

    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Official> GetOfficials(PeerContext context) => context.Officials.OrderBy(official => official.SortName).ThenBy(official => official.Id);

    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Meeting> GetMeetings(PeerContext context) => context.Meetings.OrderBy(meeting => meeting.StartsEarliest).ThenBy(meeting => meeting.Id);
}
