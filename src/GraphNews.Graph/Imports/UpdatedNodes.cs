using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>The nodes that exist of which records of a batch tell, with all that hangs on them and who wrote it.</summary>
internal sealed class UpdatedNodes(RunState run, GraphEdit edit, BatchReferences references, IReadOnlyList<BatchRecord> records)
{
    private readonly Dictionary<long, NodeRow> _rows = [];
    private readonly Dictionary<long, Node> _nodes = [];
    private readonly Dictionary<long, long> _canonical = [];
    private readonly Dictionary<Type, ILookup<long, GraphRow>> _links = [];
    private ILookup<long, Name> _names = Enumerable.Empty<Name>().ToLookup(name => name.SubjectId);
    private ILookup<long, Citation> _citations = Enumerable.Empty<Citation>().ToLookup(citation => citation.SubjectId);

    /// <summary>Who wrote each value last.</summary>
    public LastWriters Writers { get; private set; } = null!;

    /// <summary>As whom the source writes.</summary>
    public string Actor => run.Source.Actor;

    /// <summary>The row of a record, or what stands for it.</summary>
    public NodeRow Row(BatchRecord record) => _rows[_canonical[record.NodeId]];

    /// <summary>A node that a record is about, or what stands for it.</summary>
    public Node Node(long id) => _nodes[id];

    /// <summary>What stands for a node.</summary>
    public long Canonical(long id) => _canonical.GetValueOrDefault(id, id);

    /// <summary>The names of a node that show.</summary>
    public IEnumerable<Name> Names(long id) => _names[id];

    /// <summary>The citations of a node or a name that show.</summary>
    public IEnumerable<Citation> Citations(long id) => _citations[id];

    /// <summary>The links of a class that a node owns; null if no record of the batch can have such.</summary>
    public IEnumerable<T>? Links<T>(long id)
        where T : GraphRow
        => _links.TryGetValue(typeof(T), out var links) ? links[id].Cast<T>() : null;

    /// <summary>The links of each table that nodes of a kind own.</summary>
    public IEnumerable<(RowTable Table, IEnumerable<GraphRow> Links)> Links(NodeKind kind, long id)
        => edit.Tables.All.Where(table => _links.ContainsKey(table.RowType) && IsOwnedBy(table, kind)).Select(table => (table, _links[table.RowType][id]));

    /// <summary>Whether nobody else wrote anything of a link.</summary>
    public bool IsOurs(GraphRow link)
        => FieldText.Columns(edit.Tables[link]).All(column => Writers.Of(link.Id, column.Name) is not { } last || last.Actor == Actor);

    /// <summary>Loads the nodes that the records are about.</summary>
    public async Task LoadNodesAsync(CancellationToken cancel)
    {
        long[] ids = [.. records.Select(record => record.NodeId)];
        await FindNodesAsync(ids, cancel).ConfigureAwait(false);
        foreach (var id in ids) _canonical[id] = _nodes[id].CanonicalId;
        await FindNodesAsync([.. _canonical.Values.Except(ids)], cancel).ConfigureAwait(false);
        foreach (var kind in records.GroupBy(record => record.Draft.Kind, record => _canonical[record.NodeId]))
        {
            foreach (var row in await edit.Tables[kind.Key].FindAsync(edit.Context, kind.Distinct(), cancel).ConfigureAwait(false))
                _rows[row.Id] = (NodeRow)row;
        }

        // What records point at is compared with what rows hold, which is what stands for it.
        long[] targets = [.. records.SelectMany(record => RecordGraph.References(record.Draft)).Select(references.Node).Distinct().Where(id => !_canonical.ContainsKey(id))];
        foreach (var some in targets.Chunk(RowTable.KeysAtOnce))
        {
            var found = edit.Context.Nodes.AsNoTracking().Where(node => some.Contains(node.Id)).Select(node => new { node.Id, node.CanonicalId });
            foreach (var node in await found.ToListAsync(cancel).ConfigureAwait(false)) _canonical[node.Id] = node.CanonicalId;
        }
    }

    /// <summary>Loads all that hangs on them, and who wrote it.</summary>
    public async Task LoadHangingAsync(CancellationToken cancel)
    {
        var ids = _rows.Keys.ToList();
        var rows = new EditedRows(edit);
        _names = (await HangingAsync<Name>(rows, ids, cancel).ConfigureAwait(false)).ToLookup(name => name.SubjectId);
        long[] cited = [.. ids, .. _names.SelectMany(names => names).Select(name => name.Id)];
        _citations = (await HangingAsync<Citation>(rows, cited, cancel).ConfigureAwait(false)).ToLookup(citation => citation.SubjectId);
        foreach (var table in edit.Tables.All.Where(IsLink))
            _links[table.RowType] = (await rows.ReferringAsync(table.Ends[0], ids, cancel).ConfigureAwait(false))
                .Where(row => row.HiddenSince is null).ToLookup(row => table.Ends[0].Get(row)!.Value);
        Writers = await LastWriters.OfAsync(edit.Context, cited, cancel).ConfigureAwait(false);
    }

    private async Task FindNodesAsync(long[] ids, CancellationToken cancel)
    {
        foreach (var some in ids.Chunk(RowTable.KeysAtOnce))
        {
            foreach (var node in await edit.Context.Nodes.Where(node => some.Contains(node.Id)).ToListAsync(cancel).ConfigureAwait(false))
                _nodes[node.Id] = node;
        }
    }

    private bool IsLink(RowTable table)
        => table.Kind is null && table.Ends is [{ IsToNode: true }, ..] && table.RowType != typeof(Dispute) && records.Any(record => IsOwnedBy(table, record.Draft.Kind));

    private bool IsOwnedBy(RowTable table, NodeKind kind)
        => table.Ends[0].Target is { Kind: { } owner } ? owner == kind : edit.Tables[kind].IsEntity;

    private async Task<IEnumerable<T>> HangingAsync<T>(EditedRows rows, IReadOnlyCollection<long> ids, CancellationToken cancel)
        where T : NodeRow
        => (await rows.ReferringAsync(edit.Tables[Enum.Parse<NodeKind>(typeof(T).Name)].Ends[0], ids, cancel).ConfigureAwait(false))
            .Cast<T>().Where(row => row.HiddenSince is null);
}
