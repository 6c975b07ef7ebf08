using GraphNews.Peer.Model;
using GreenDonut;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Peer.Loaders;

/// <summary>Rows by their ids, for many at once.</summary>
internal static class RowLoaders
{
    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Agency>> GetAgencyByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Agencies.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Country>> GetCountryByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Countries.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Meeting>> GetMeetingByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Meetings.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Official>> GetOfficialByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Officials.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Place>> GetPlaceByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Places.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Post>> GetPostByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Posts.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Publisher>> GetPublisherByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Publishers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, SourceArticle>> GetSourceArticleByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.SourceArticles.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<long, Tenure>> GetTenureByIdAsync(IReadOnlyList<long> ids, PeerContext context, CancellationToken cancel)
        => await context.Tenures.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
}
