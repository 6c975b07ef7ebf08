using GraphNews.Graph.Bundles;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports;

/// <summary>
/// What a run knows of all its records at once: their names, what points at what, and which node each has become. About a
/// hundred bytes a record; the records themselves are in the <see cref="RecordSpool"/>, with the same numbers.
/// </summary>
internal sealed class RecordGraph
{
    private readonly OrdinalTable _names = new();
    private readonly ChunkedList<int> _edges = new();
    private readonly ChunkedList<int> _edgesEnd = new();
    private readonly ChunkedList<byte> _kinds = new();
    private readonly ChunkedList<bool> _rejected = new();
    private readonly ChunkedList<long> _nodes = new();
    private ChunkedList<(int Edge, UInt128 Name)>? _unresolved = new();

    /// <summary>How many records there are, rejected ones included.</summary>
    public int Count => _kinds.Count;

    /// <summary>The highest id that a record carries; 0 if none does.</summary>
    public long HighestId { get; private set; }

    /// <summary>The record that has one of a draft's names already; -1 if none has.</summary>
    public int Holder(Draft draft, string contentHash)
        => Hashes(draft, contentHash).Select(_names.Find).FirstOrDefault(other => other >= 0 && !_rejected[other], -1);

    /// <summary>Adds a record whose names nobody has.</summary>
    public void Add(Draft draft, string contentHash)
    {
        foreach (var hash in Hashes(draft, contentHash)) _names.Set(hash, Count);
        AddPlace(draft.Kind, isRejected: false);
        foreach (var reference in References(draft)) AddEdge(RecordKey.Hash(RecordKey.Of(reference)));
        _edgesEnd[Count - 1] = _edges.Count;
        HighestId = Math.Max(HighestId, CarriedIds(draft).Max() ?? 0);
    }

    /// <summary>Adds a record that is rejected, so that references to it can be told so.</summary>
    /// <param name="names">What others may call it, as far as that can be read.</param>
    public void AddRejected(IEnumerable<string> names)
    {
        foreach (var hash in names.Select(RecordKey.Hash))
        {
            if (_names.Find(hash) < 0) _names.Set(hash, Count);
        }

        AddPlace(default, isRejected: true);
    }

    /// <summary>Finds what references to records further down point at.</summary>
    public void Complete()
    {
        for (var i = 0; i < _unresolved!.Count; i++)
        {
            var (edge, name) = _unresolved[i];
            _edges[edge] = _names.Find(name);
        }

        _unresolved = null;
    }

    /// <summary>The record with a name; -1 if there is none.</summary>
    public int Find(string name) => _names.Find(RecordKey.Hash(name));

    /// <summary>What a record is about.</summary>
    public NodeKind Kind(int ordinal) => (NodeKind)_kinds[ordinal];

    /// <summary>Whether a record is left out.</summary>
    public bool IsRejected(int ordinal) => _rejected[ordinal];

    /// <summary>Leaves a record out.</summary>
    public void Reject(int ordinal) => _rejected[ordinal] = true;

    /// <summary>The node that a record has become; 0 while it has not.</summary>
    public long Node(int ordinal) => _nodes[ordinal];

    /// <summary>Notes the node that a record has become.</summary>
    public void SetNode(int ordinal, long id) => _nodes[ordinal] = id;

    /// <summary>How many references a record has.</summary>
    public int EdgeCount(int ordinal) => _edgesEnd[ordinal] - FirstEdge(ordinal);

    /// <summary>The record that a reference points at; -1 if that is none of the run's.</summary>
    public int Edge(int ordinal, int number) => _edges[FirstEdge(ordinal) + number];

    /// <summary>Everything that a record points at.</summary>
    public static IEnumerable<BundleReference> References(Draft draft)
        => draft.References.Select(reference => reference.Reference)
            .Concat(draft.Links.SelectMany(link => link.References).Select(reference => reference.Reference))
            .Concat(draft.Names.Append(draft).SelectMany(cited => cited.Citations).Select(citation => citation.Article));

    /// <summary>The ids that a record, its names and its citations carry.</summary>
    public static IEnumerable<long?> CarriedIds(Draft draft)
        => draft.Names.Append(draft).SelectMany(cited => cited.Citations.Select(citation => citation.Id).Append(cited.Id));

    private static IEnumerable<UInt128> Hashes(Draft draft, string contentHash)
        => RecordKey.Names(draft).DefaultIfEmpty(RecordKey.ByContent(contentHash)).Select(RecordKey.Hash);

    private void AddPlace(NodeKind kind, bool isRejected)
    {
        _kinds.Add(checked((byte)kind));
        _rejected.Add(isRejected);
        _nodes.Add(0);
        _edgesEnd.Add(_edges.Count);
    }

    private void AddEdge(UInt128 name)
    {
        var target = _names.Find(name);
        if (target < 0 || _rejected[target])
        {
            _unresolved!.Add((_edges.Count, name));
            target = -1;
        }

        _edges.Add(target);
    }

    private int FirstEdge(int ordinal) => ordinal == 0 ? 0 : _edgesEnd[ordinal - 1];
}
