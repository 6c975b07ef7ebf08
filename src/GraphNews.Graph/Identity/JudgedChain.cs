namespace GraphNews.Graph.Identity;

/// <summary>The chain of judgements by which two nodes are the same.</summary>
internal static class JudgedChain
{
    /// <summary>The shortest chain; empty if there is none.</summary>
    /// <param name="from">One of the nodes.</param>
    /// <param name="to">The other.</param>
    /// <param name="same">The judgements that say that two nodes are the same.</param>
    public static IReadOnlyList<Judgement> Between(long from, long to, IReadOnlyCollection<Judgement> same)
    {
        var at = same.SelectMany(judgement => new[] { (Node: judgement.LeftId, Judgement: judgement), (Node: judgement.RightId, Judgement: judgement) })
            .ToLookup(end => end.Node, end => end.Judgement);
        var cameBy = new Dictionary<long, Judgement?> { [from] = null };
        var next = new Queue<long>([from]);
        while (next.TryDequeue(out var node))
        {
            if (node == to) return [.. Back(to, cameBy).Reverse()];
            foreach (var judgement in at[node])
            {
                var other = judgement.LeftId == node ? judgement.RightId : judgement.LeftId;
                if (cameBy.TryAdd(other, judgement)) next.Enqueue(other);
            }
        }

        return [];
    }

    private static IEnumerable<Judgement> Back(long node, Dictionary<long, Judgement?> cameBy)
    {
        while (cameBy[node] is { } judgement)
        {
            yield return judgement;
            node = judgement.LeftId == node ? judgement.RightId : judgement.LeftId;
        }
    }
}
