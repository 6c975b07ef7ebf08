namespace GraphNews.Graph.Identity;

/// <summary>One node that another stands for.</summary>
/// <param name="LoserId">The node that is shown no more.</param>
/// <param name="WinnerId">The node that stands for it.</param>
internal readonly record struct JudgedStep(long LoserId, long WinnerId);

/// <summary>The merges that follow from judgements, as if each were made in its turn and none that is left out had ever been made.</summary>
internal static class JudgedSteps
{
    /// <summary>The steps of those judgements that say that two nodes are the same.</summary>
    /// <param name="judged">The judgements in the order in which they were made: the left node stands for the right one.</param>
    public static IReadOnlyList<JudgedStep> Of(IEnumerable<(long LeftId, long RightId)> judged)
    {
        var standsFor = new Dictionary<long, long>();
        var steps = new List<JudgedStep>();
        foreach (var (left, right) in judged)
        {
            var (winner, loser) = (Canonical(left), Canonical(right));
            if (winner == loser) continue;
            standsFor.Add(loser, winner);
            steps.Add(new JudgedStep(loser, winner));
        }

        return steps;

        long Canonical(long id)
        {
            while (standsFor.TryGetValue(id, out var winner)) id = winner;
            return id;
        }
    }
}
