using System.Linq.Expressions;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Duplicates;

/// <summary>
/// Which entities are worth comparing: those that share a key. Keys are the skeletons of a whole name, of its last word and of its first
/// two, which are the same across scripts and most spellings, and identifiers. Four statements, whatever the graph holds.
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
        foreach (var key in new Expression<Func<Name, string>>[] { name => name.Skeleton, name => name.SkeletonStart, name => name.SkeletonEnd })
            Pair(await OfNamesAsync(names, key, cancel).ConfigureAwait(false), pairs);

        var identifiers = graph.Identifiers.Where(identifier => identifier.HiddenSince == null && identifier.Subject.Kind == kind);
        var shared = await identifiers
            .Where(one => identifiers.Any(other => other.Scheme == one.Scheme && other.Value == one.Value && other.SubjectId != one.SubjectId))
            .Select(one => new { one.Scheme, one.Value, one.SubjectId }).ToListAsync(cancel).ConfigureAwait(false);
        Pair(shared.Select(one => ((one.Scheme, one.Value), one.SubjectId)), pairs);
        return pairs;
    }

    private static async Task<IEnumerable<(string Key, long Subject)>> OfNamesAsync(IQueryable<Name> names, Expression<Func<Name, string>> key, CancellationToken cancel)
    {
        var shared = names.GroupBy(key).Where(group => group.Key != "" && group.Min(name => name.SubjectId) != group.Max(name => name.SubjectId)).Select(group => group.Key);
        var row = key.Parameters[0];
        Expression<Func<string, bool>> isShared = value => shared.Contains(value);
        var among = Expression.Lambda<Func<Name, bool>>(new Walk.ReplaceExpression(isShared.Parameters[0], key.Body).Visit(isShared.Body)!, row);
        var found = await names.Where(among)
            .Select(Expression.Lambda<Func<Name, KeyOfName>>(
                Expression.MemberInit(
                    Expression.New(typeof(KeyOfName)),
                    Expression.Bind(typeof(KeyOfName).GetProperty(nameof(KeyOfName.Key))!, key.Body),
                    Expression.Bind(typeof(KeyOfName).GetProperty(nameof(KeyOfName.SubjectId))!, Expression.Property(row, nameof(Name.SubjectId)))),
                row))
            .ToListAsync(cancel).ConfigureAwait(false);
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
