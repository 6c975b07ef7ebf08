using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>
/// Finds the shortest chains between two: from both ends at once, always from the one that has reached fewer, with
/// two statements for each step and kind of connection, however many it reaches.
/// </summary>
internal static class PathSearch
{
    /// <summary>The chains, at most so many; empty where none is short enough.</summary>
    public static async Task<IReadOnlyList<FoundPath>> FindAsync(
        Incidences incidences, NodeKey from, NodeKey to, IReadOnlyList<string> through, int maxLength, int most, CancellationToken cancel)
    {
        if (from == to) return [];

        var (left, right) = (new PathSide(from), new PathSide(to));
        while (left.Depth + right.Depth < maxLength && left.Frontier.Count > 0 && right.Frontier.Count > 0)
        {
            var (side, other) = left.Frontier.Count <= right.Frontier.Count ? (left, right) : (right, left);
            await side.StepAsync(incidences, through, cancel).ConfigureAwait(false);
            var middle = side.Frontier.Where(other.Knows).Order(NodeKeyOrder.Instance).ToList();
            if (middle.Count > 0)
                return [.. middle.SelectMany(at => Join(Ways(left, at), Ways(right, at))).Take(most)];
        }

        return [];
    }

    /// <summary>The ways from the start of a side to one that it reached, nearest step last.</summary>
    private static IEnumerable<IReadOnlyList<FoundStep>> Ways(PathSide side, NodeKey at)
    {
        var links = side.LinksTo(at);
        if (links.Count == 0) return [[]];

        return links.OrderBy(link => link.From, NodeKeyOrder.Instance).ThenBy(link => link.Via, NodeKeyOrder.Instance)
            .DistinctBy(link => (link.From, link.Via))
            .SelectMany(link => Ways(side, link.From).Select(way =>
                (IReadOnlyList<FoundStep>)[.. way, new FoundStep(link.From, at, link.Via, [link.FromFact, link.ToFact])]));
    }

    private static IEnumerable<FoundPath> Join(IEnumerable<IReadOnlyList<FoundStep>> lefts, IEnumerable<IReadOnlyList<FoundStep>> rights)
        => from left in lefts
           from right in rights
           select new FoundPath([.. left, .. right.Reverse().Select(step => new FoundStep(step.To, step.From, step.Via, [.. step.Facts.Reverse()]))]);
}

/// <summary>A chain.</summary>
internal sealed record FoundPath(IReadOnlyList<FoundStep> Steps);

/// <summary>One step of a chain, with the facts that put the two there.</summary>
internal sealed record FoundStep(NodeKey From, NodeKey To, NodeKey Via, IReadOnlyList<long> Facts);

/// <summary>The order of kinds and ids.</summary>
internal sealed class NodeKeyOrder : IComparer<NodeKey>
{
    public static NodeKeyOrder Instance { get; } = new();

    public int Compare(NodeKey? x, NodeKey? y) => (x!.Kind, x.Id).CompareTo((y!.Kind, y.Id));
}
