namespace GraphNews.Graph.Names;

/// <summary>
/// Says whether two names can be of one bearer. That they match proves nothing about the bearers: many people share a
/// name, and a match is never reason enough to merge two nodes.
/// </summary>
public static class NameMatching
{
    private const double FoldedScore = 0.99;
    private const double LooseScore = 0.97;

    // A name that was turned round was guessed at.
    private const double TurnedRound = 0.98;

    /// <summary>Compares two names; which comes first makes no difference.</summary>
    /// <param name="one">A name, in any script.</param>
    /// <param name="other">Another.</param>
    /// <param name="mode">How far to look for agreement.</param>
    /// <returns>The score and the rule; null if they do not match.</returns>
    public static NameMatch? Compare(string one, string other, NameMatchMode mode = NameMatchMode.CrossScript)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Compare(new ComparedName(one), new ComparedName(other), mode);
    }

    /// <summary>
    /// Compares a name with all names of one bearer. A short name of the bearer does not count where a fuller one
    /// contradicts: asked for Ahmed Hammouchi, Abdellatif Hammouchi is not found by being called Hammouchi too.
    /// </summary>
    /// <param name="asked">The name asked for.</param>
    /// <param name="names">The bearer's names.</param>
    /// <param name="mode">How far to look for agreement.</param>
    /// <returns>The best match; null if there is none.</returns>
    public static NameMatch? Best(string asked, IEnumerable<string> names, NameMatchMode mode = NameMatchMode.CrossScript)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(names);
        return Best(new ComparedName(asked), names.Select(name => new ComparedName(name)), mode);
    }

    internal static NameMatch? Best(ComparedName asked, IEnumerable<ComparedName> names, NameMatchMode mode)
    {
        var compared = names.Select(name => (Name: name, Match: Compare(asked, name, mode))).ToList();
        NameMatch? best = null;
        foreach (var (name, match) in compared)
        {
            var isContradicted = name.WordCount < asked.WordCount
                && compared.Exists(fuller => fuller.Match is null && fuller.Name.WordCount > name.WordCount && fuller.Name.IsRead);
            if (match is { } found && !isContradicted && !(best?.Score >= found.Score))
            {
                best = found;
            }
        }

        return best;
    }

    internal static NameMatch? Compare(ComparedName one, ComparedName other, NameMatchMode mode)
    {
        if (one.Value == other.Value)
        {
            return new NameMatch(1, NameMatchRule.Exact);
        }

        if (mode == NameMatchMode.Exact || one.Folded.Length == 0 || other.Folded.Length == 0)
        {
            return null;
        }

        if (one.Folded == other.Folded)
        {
            return new NameMatch(FoldedScore, NameMatchRule.Folded);
        }

        if (one.Loose == other.Loose)
        {
            return new NameMatch(LooseScore, NameMatchRule.Loose);
        }

        return mode == NameMatchMode.CrossScript && Score(one, other) is > 0 and var score
            ? new NameMatch(Math.Round(score, 3), NameMatchRule.CrossScript)
            : null;
    }

    private static double Score(ComparedName one, ComparedName other)
    {
        var best = 0d;
        for (var i = 0; i < one.WordOrders.Count; i++)
        {
            for (var j = 0; j < other.WordOrders.Count; j++)
            {
                var score = NameAlignment.Of(one.WordOrders[i], other.WordOrders[j])?.Score ?? 0;
                best = Math.Max(best, score * (i > 0 ? TurnedRound : 1) * (j > 0 ? TurnedRound : 1));
            }
        }

        return best;
    }
}
