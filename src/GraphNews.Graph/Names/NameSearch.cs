using System.Linq.Expressions;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Names;

/// <summary>
/// Finds who and what is called so. Indexed columns propose candidates: the folded and loose forms, and for other scripts
/// and spellings the skeletons of the last word and of the first two. <see cref="NameMatching"/> decides.
/// </summary>
public static class NameSearch
{
    /// <summary>The most nodes that a filter on names takes.</summary>
    public const int MostFound = 1000;

    // Very common names are cut off here; those with the same whole skeleton come first.
    private const int MostCandidates = 4000;

    /// <summary>The nodes that have a live name like the one asked for, the best first; then by id.</summary>
    /// <param name="graph">The graph, at the version to read.</param>
    /// <param name="asked">The name asked for, in any script.</param>
    /// <param name="mode">How far the question reaches.</param>
    /// <param name="kind">Only nodes of this kind; null for all.</param>
    /// <param name="most">The most nodes to find, the best of them.</param>
    /// <param name="cancel">Cancels the search.</param>
    public static async Task<IReadOnlyList<FoundName>> FindAsync(
        GraphDbContext graph, string asked, NameMatchMode mode, NodeKind? kind, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(asked);
        var name = new ComparedName(asked);
        var live = graph.Set<Name>().Where(n => n.HiddenSince == null && (kind == null || n.Subject.Kind == kind));
        var subjects = await CandidatesAsync(live, name, mode, cancel).ConfigureAwait(false);

        // All names of a candidate: a full one may contradict the short one that proposed it.
        var names = await live.Where(n => subjects.Contains(n.SubjectId)).Select(n => new { n.SubjectId, n.Value })
            .ToListAsync(cancel).ConfigureAwait(false);
        return
        [
            .. names.GroupBy(n => n.SubjectId, n => new ComparedName(n.Value))
                .Select(subject => (Id: subject.Key, Match: NameMatching.Best(name, subject, mode)))
                .Where(found => found.Match is not null)
                .Select(found => new FoundName(found.Id, found.Match!.Value))
                .OrderByDescending(found => found.Match.Score)
                .ThenBy(found => found.SubjectId)
                .Take(most),
        ];
    }

    private static async Task<long[]> CandidatesAsync(IQueryable<Name> live, ComparedName asked, NameMatchMode mode, CancellationToken cancel)
    {
        var (folded, loose, skeleton) = (NameForms.Cut(asked.Folded), NameForms.Cut(asked.Loose), NameForms.Cut(asked.Skeleton));
        var found = new HashSet<long>();
        await AddAsync(n => n.Folded == folded).ConfigureAwait(false);
        if (mode is NameMatchMode.Normalized or NameMatchMode.CrossScript)
        {
            await AddAsync(n => n.Loose == loose).ConfigureAwait(false);
        }

        if (mode is NameMatchMode.CrossScript)
        {
            var (starts, ends) = (SkeletonKeys.Starts(asked), SkeletonKeys.Ends(asked));
            await AddAsync(n => ends.Contains(n.SkeletonEnd)).ConfigureAwait(false);
            await AddAsync(n => starts.Contains(n.SkeletonStart)).ConfigureAwait(false);
        }

        return [.. found];

        async Task AddAsync(Expression<Func<Name, bool>> isCandidate)
            => found.UnionWith(await live.Where(isCandidate)
                .OrderBy(n => n.Skeleton == skeleton ? 0 : 1)
                .ThenBy(n => n.Id)
                .Select(n => n.SubjectId)
                .Take(MostCandidates)
                .ToListAsync(cancel).ConfigureAwait(false));
    }
}
