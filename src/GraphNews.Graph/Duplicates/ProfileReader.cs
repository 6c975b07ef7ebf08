using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Duplicates;

/// <summary>Reads what is known of entities of one kind: one statement for each sort of fact.</summary>
internal sealed class ProfileReader(GraphDbContext graph, NodeKind kind)
{
    /// <summary>The profiles of some entities.</summary>
    public async Task<Dictionary<long, EntityProfile>> ReadAsync(long[] ids, CancellationToken cancel)
    {
        var profiles = await RowsAsync(ids, cancel).ConfigureAwait(false);
        EntityProfile Of(long id) => profiles.TryGetValue(id, out var known) ? known : profiles[id] = new EntityProfile();

        var identifiers = graph.Identifiers.Where(one => one.HiddenSince == null && ids.Contains(one.SubjectId)).Select(one => new { one.SubjectId, one.Scheme, one.Value });
        foreach (var one in await identifiers.ToListAsync(cancel).ConfigureAwait(false)) Of(one.SubjectId).Identifiers.Add((one.Scheme, one.Value));

        if (kind == NodeKind.Official)
        {
            var tenures = graph.Tenures.Where(one => one.HiddenSince == null && ids.Contains(one.OfficialId)).Select(one => new { one.OfficialId, one.PostId, one.Post.AgencyId });
            foreach (var tenure in await tenures.ToListAsync(cancel).ConfigureAwait(false))
            {
                Of(tenure.OfficialId).Posts.Add(tenure.PostId);
                if (tenure.AgencyId is { } agency) Of(tenure.OfficialId).Agencies.Add(agency);
            }
        }

        if (kind is NodeKind.Official or NodeKind.Agency)
        {
            var participations = graph.Participations.Where(one => one.HiddenSince == null);
            participations = kind == NodeKind.Official
                ? participations.Where(one => ids.Contains(one.OfficialId!.Value))
                : participations.Where(one => ids.Contains(one.AgencyId!.Value));
            foreach (var one in await participations.Select(one => new { one.Id, one.MeetingId, one.OfficialId, one.AgencyId }).ToListAsync(cancel).ConfigureAwait(false))
            {
                var profile = Of((kind == NodeKind.Official ? one.OfficialId : one.AgencyId)!.Value);
                profile.Meetings.Add((one.MeetingId, one.Id));
                if (kind == NodeKind.Official && one.AgencyId is { } agency) profile.Agencies.Add(agency);
            }
        }

        return profiles;
    }

    /// <summary>The sources that put participants into meetings, by the participation.</summary>
    public async Task<ILookup<long, long>> SourcesAsync(long[] participations, CancellationToken cancel)
    {
        var citations = await graph.Citations.Where(one => one.HiddenSince == null && participations.Contains(one.SubjectId))
            .Select(one => new { one.SubjectId, one.ArticleId }).ToListAsync(cancel).ConfigureAwait(false);
        return citations.ToLookup(one => one.SubjectId, one => one.ArticleId);
    }

    private Task<Dictionary<long, EntityProfile>> RowsAsync(long[] ids, CancellationToken cancel) => kind switch
    {
        NodeKind.Official => ReadAsync(graph.Officials.Where(one => ids.Contains(one.Id)).Select(one => new Known
        {
            Id = one.Id, Began = one.BirthDate.Text, CountryId = one.CountryId,
        }), null, cancel),
        NodeKind.Agency => ReadAsync(graph.Agencies.Where(one => ids.Contains(one.Id)).Select(one => new Known
        {
            Id = one.Id, Began = one.Founded.Text, CountryId = one.CountryId, ParentId = one.ParentId,
        }), NodeKind.Agency, cancel),
        NodeKind.Post => ReadAsync(graph.Posts.Where(one => ids.Contains(one.Id)).Select(one => new Known { Id = one.Id, ParentId = one.AgencyId }), NodeKind.Agency, cancel),
        NodeKind.Place => ReadAsync(graph.Places.Where(one => ids.Contains(one.Id)).Select(one => new Known
        {
            Id = one.Id, CountryId = one.CountryId, ParentId = one.ParentId,
        }), NodeKind.Place, cancel),
        NodeKind.Publisher => ReadAsync(graph.Publishers.Where(one => ids.Contains(one.Id)).Select(one => new Known { Id = one.Id, CountryId = one.CountryId }), null, cancel),
        NodeKind.Occasion => ReadAsync(graph.Occasions.Where(one => ids.Contains(one.Id)).Select(one => new Known { Id = one.Id, Began = one.Starts.Text }), null, cancel),
        _ => Task.FromResult(ids.ToDictionary(id => id, _ => new EntityProfile())),
    };

    private static async Task<Dictionary<long, EntityProfile>> ReadAsync(IQueryable<Known> rows, NodeKind? parents, CancellationToken cancel)
        => (await rows.ToListAsync(cancel).ConfigureAwait(false)).ToDictionary(row => row.Id, row => new EntityProfile
        {
            Began = row.Began.Length == 0 ? PartialDate.Unknown : PartialDate.Parse(row.Began),
            CountryId = row.CountryId,
            Parent = row.ParentId is { } parent ? new NodeKey(parents!.Value, parent) : null,
        });

    private sealed class Known
    {
        public long Id { get; set; }

        public string Began { get; set; } = "";

        public long? CountryId { get; set; }

        public long? ParentId { get; set; }
    }
}
