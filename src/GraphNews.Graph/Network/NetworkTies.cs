using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Reads the ties of many officials and agencies: one statement for each of the two kinds.</summary>
/// <param name="reader">Reads the graph.</param>
/// <param name="where">Which meetings count; null for all.</param>
/// <param name="least">The fewest meetings of a tie.</param>
internal sealed class NetworkTies(GraphReader reader, FilterNode? where, int least)
{
    private static readonly NodeKind[] _kinds = [NodeKind.Official, NodeKind.Agency];

    /// <summary>The ties of each of them, the strongest first.</summary>
    public async Task<IReadOnlyList<(NodeKey Self, Tie Tie)>> OfAsync(IReadOnlyCollection<NodeKey> nodes, CancellationToken cancel)
    {
        var ties = new List<(NodeKey Self, Tie Tie)>();
        foreach (var kind in _kinds)
        {
            long[] ids = [.. nodes.Where(node => node.Kind == kind).Select(node => node.Id)];
            if (ids.Length == 0) continue;
            var found = await new Counterparts(reader, kind, where).CountAsync(ids, cancel).ConfigureAwait(false);
            ties.AddRange(found.Where(tie => tie.Meetings >= least).Select(tie => (new NodeKey(kind, tie.Self), tie)));
        }

        return [.. ties.OrderByDescending(tie => tie.Tie.Meetings).ThenBy(tie => tie.Tie.Other, NodeKeyOrder.Instance).ThenBy(tie => tie.Self, NodeKeyOrder.Instance)];
    }

    /// <summary>The meetings of ties, by the two, the first one first.</summary>
    public async Task<ILookup<(NodeKey From, NodeKey To), SharedMeeting>> DateAsync(IReadOnlyList<(NodeKey Self, Tie Tie)> ties, CancellationToken cancel)
    {
        var dated = new List<((NodeKey From, NodeKey To) Ends, SharedMeeting Meeting)>();
        foreach (var some in ties.GroupBy(tie => tie.Self.Kind))
        {
            var met = await new Counterparts(reader, some.Key, where).MeetingsAsync([.. some.Select(tie => tie.Tie)], cancel).ConfigureAwait(false);
            dated.AddRange(met.SelectMany(pair => pair.Select(meeting => ((new NodeKey(some.Key, pair.Key.Self), pair.Key.Other), meeting))));
        }

        return dated.ToLookup(found => found.Ends, found => found.Meeting);
    }
}
