using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Duplicates;

/// <summary>
/// Which entities are worth comparing: those that share a key. Keys are identifiers, and the skeletons of a whole name, of its first two
/// words and, of persons, of the last, the family name, which are the same across scripts and most spellings. At most four statements,
/// whatever the graph holds.
/// </summary>
internal static class CandidatePairs
{
    /// <summary>A key that more entities share tells nothing: Mohamed, Ministry.</summary>
    public const int MostOfOneKey = 50;

    /// <summary>The pairs, the smaller id first.</summary>
    public static async Task<HashSet<(long Left, long Right)>> FindAsync(GraphDbContext graph, NodeKind kind, CancellationToken cancel)
    {
        var names = graph.Names.Where(name => name.HiddenSince == null && name.Subject.Kind == kind);
        var pairs = new HashSet<(long, long)>();
        Pair(await SharedAsync(names.Select(name => new KeyOfName { Key = name.Skeleton, SubjectId = name.SubjectId }), cancel).ConfigureAwait(false), pairs);
        Pair(await SharedAsync(names.Select(name => new KeyOfName { Key = name.SkeletonStart, SubjectId = name.SubjectId }), cancel).ConfigureAwait(false), pairs);
        if (kind == NodeKind.Official)
            Pair(await SharedAsync(names.Select(name => new KeyOfName { Key = name.SkeletonEnd, SubjectId = name.SubjectId }), cancel).ConfigureAwait(false), pairs);

        // Of whichever kind the other is: so the index of schemes and keys answers it.
        var shared = await graph.Identifiers.Where(one => one.HiddenSince == null && one.Subject.Kind == kind
                && graph.Identifiers.Any(other => other.HiddenSince == null && other.Scheme == one.Scheme && other.Value == one.Value && other.SubjectId != one.SubjectId))
            .Select(one => new { one.Scheme, one.Value, one.SubjectId }).ToListAsync(cancel).ConfigureAwait(false);
        Pair(shared.Select(one => ((one.Scheme, one.Value), one.SubjectId)), pairs);
        return pairs;
    }

    /// <summary>The keys that several have, with who has them.</summary>
    private static async Task<IEnumerable<(string Key, long Subject)>> SharedAsync(IQueryable<KeyOfName> keys, CancellationToken cancel)
    {
        var shared = keys.Where(one => one.Key != "").GroupBy(one => one.Key)
            .Where(some => some.Min(one => one.SubjectId) != some.Max(one => one.SubjectId)).Select(some => some.Key);
        var found = await keys.Where(one => shared.Contains(one.Key)).ToListAsync(cancel).ConfigureAwait(false);
        return found.Select(one => (one.Key, one.SubjectId));
    }

    private static void Pair<TKey>(IEnumerable<(TKey Key, long Subject)> shared, HashSet<(long, long)> pairs)
    {
        foreach (var some in shared.GroupBy(one => one.Key, one => one.Subject))
        {
            var subjects = some.Distinct().Order().ToList();
            if (subjects.Count > MostOfOneKey) continue;
            for (var i = 0; i < subjects.Count; i++)
            {
                for (var j = i + 1; j < subjects.Count; j++) pairs.Add((subjects[i], subjects[j]));
            }
        }
    }

    private sealed class KeyOfName
    {
        public string Key { get; set; } = "";

        public long SubjectId { get; set; }
    }
}
