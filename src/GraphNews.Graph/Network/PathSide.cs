using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>
/// A search from one end of a chain, breadth first. It remembers how each official and agency was reached in the fewest
/// steps, in every way there is.
/// </summary>
internal sealed class PathSide
{
    private readonly Dictionary<NodeKey, int> _distances = [];
    private readonly Dictionary<NodeKey, List<PathLink>> _links = [];
    private readonly HashSet<NodeKey> _viaSeen = [];

    public PathSide(NodeKey start)
    {
        _distances.Add(start, 0);
        Frontier = [start];
    }

    /// <summary>The officials and agencies that were reached last.</summary>
    public IReadOnlyCollection<NodeKey> Frontier { get; private set; }

    /// <summary>How many steps the frontier is away.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether it was reached.</summary>
    public bool Knows(NodeKey entity) => _distances.ContainsKey(entity);

    /// <summary>The last steps to it: from whom, by what.</summary>
    public IReadOnlyList<PathLink> LinksTo(NodeKey entity) => _links.GetValueOrDefault(entity) ?? [];

    /// <summary>Goes one step further.</summary>
    public async Task StepAsync(Incidences incidences, IReadOnlyList<string> through, CancellationToken cancel)
    {
        Depth++;
        var next = new HashSet<NodeKey>();
        foreach (var kind in through)
        {
            var into = (await incidences.OfAsync(Frontier, kind, cancel).ConfigureAwait(false))
                .Where(found => !_viaSeen.Contains(found.Via)).ToLookup(found => found.Via);
            if (into.Count == 0) continue;

            foreach (var found in await incidences.InAsync([.. into.Select(some => some.Key)], kind, cancel).ConfigureAwait(false))
            {
                if (_distances.TryGetValue(found.Entity, out var distance) && distance < Depth) continue;

                _distances[found.Entity] = Depth;
                next.Add(found.Entity);
                if (!_links.TryGetValue(found.Entity, out var links)) _links.Add(found.Entity, links = []);
                links.AddRange(into[found.Via].Select(from => new PathLink(from.Entity, found.Via, from.Fact, found.Fact)));
            }

            // All who are in it have been reached now, in no more steps than any other way through it would take.
            _viaSeen.UnionWith(into.Select(some => some.Key));
        }

        Frontier = next;
    }
}

/// <summary>A step of a search.</summary>
/// <param name="From">The official or agency nearer to the start.</param>
/// <param name="Via">What connects.</param>
/// <param name="FromFact">The fact that puts the nearer one there.</param>
/// <param name="ToFact">The fact that puts the other there.</param>
internal sealed record PathLink(NodeKey From, NodeKey Via, long FromFact, long ToFact);
