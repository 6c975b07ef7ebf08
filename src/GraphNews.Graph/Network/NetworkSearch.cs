using GraphNews.Graph.Dates;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Goes from somebody to their counterparts, and on from these, ring by ring.</summary>
internal static class NetworkSearch
{
    /// <summary>The most officials and agencies of one network.</summary>
    public const int MostNodes = 500;

    /// <summary>Finds the rings, and all ties among them.</summary>
    public static async Task<FoundNetwork> FindAsync(NetworkTies ties, NodeKey middle, int depth, CancellationToken cancel)
    {
        var distances = new Dictionary<NodeKey, int> { [middle] = 0 };
        var found = new List<(NodeKey Self, Tie Tie)>();
        var truncated = false;
        IReadOnlyCollection<NodeKey> ring = [middle];
        for (var distance = 1; distance <= depth && ring.Count > 0; distance++)
        {
            var reached = await ties.OfAsync(ring, cancel).ConfigureAwait(false);
            found.AddRange(reached);
            var next = reached.Select(tie => tie.Tie.Other).Distinct().Where(node => !distances.ContainsKey(node)).ToList();
            truncated |= next.Count > MostNodes - distances.Count;
            next = [.. next.Take(MostNodes - distances.Count)];
            foreach (var node in next) distances.Add(node, distance);
            ring = next;
        }

        // The ties among those of the last ring.
        found.AddRange(await ties.OfAsync(ring, cancel).ConfigureAwait(false));
        var among = found.Where(tie => distances.ContainsKey(tie.Tie.Other))
            .DistinctBy(tie => Ends(tie.Self, tie.Tie.Other))
            .OrderByDescending(tie => tie.Tie.Meetings).ThenBy(tie => tie.Self, NodeKeyOrder.Instance).ThenBy(tie => tie.Tie.Other, NodeKeyOrder.Instance);
        return new FoundNetwork(distances, [.. among], truncated);
    }

    private static (NodeKey, NodeKey) Ends(NodeKey one, NodeKey other)
        => NodeKeyOrder.Instance.Compare(one, other) <= 0 ? (one, other) : (other, one);
}

/// <summary>A network before it is shown.</summary>
/// <param name="Distances">How far each is from the middle, in the order in which they were found.</param>
/// <param name="Ties">The ties, each once.</param>
/// <param name="Truncated">Whether some were left out.</param>
internal sealed record FoundNetwork(IReadOnlyDictionary<NodeKey, int> Distances, IReadOnlyList<(NodeKey Self, Tie Tie)> Ties, bool Truncated)
{
    /// <summary>The network as it is shown.</summary>
    /// <param name="dated">The meetings of the ties; null where nobody asks when they were.</param>
    public Network Show(ILookup<(NodeKey From, NodeKey To), SharedMeeting>? dated)
    {
        var degrees = Ties.SelectMany(tie => new[] { tie.Self, tie.Tie.Other }).CountBy(node => node).ToDictionary();
        return new Network
        {
            Nodes = [.. Distances.OrderBy(node => node.Value).Select(node => new NetworkNode
            {
                Node = node.Key, Distance = node.Value, Degree = degrees.GetValueOrDefault(node.Key),
            })],
            Edges = [.. Ties.Select(tie =>
            {
                var days = MeetingDays.Of(dated?[(tie.Self, tie.Tie.Other)] ?? []);
                return new NetworkTie { From = tie.Self, To = tie.Tie.Other, Weight = tie.Tie.Meetings, First = days.First, Last = days.Last };
            })],
            Truncated = Truncated,
        };
    }
}

/// <summary>The first and the last date of meetings.</summary>
/// <param name="First">The first; unknown if none is dated.</param>
/// <param name="Last">The last; unknown if none is dated.</param>
internal sealed record MeetingDays(PartialDate First, PartialDate Last)
{
    /// <summary>Those of meetings in the order of their dates.</summary>
    public static MeetingDays Of(IEnumerable<SharedMeeting> meetings)
    {
        var dates = meetings.Select(meeting => meeting.Starts).Where(date => !date.IsUnknown).ToList();
        return dates.Count == 0
            ? new MeetingDays(PartialDate.Unknown, PartialDate.Unknown)
            : new MeetingDays(dates[0], dates.MaxBy(date => (date.Latest, date.Earliest))!);
    }
}
