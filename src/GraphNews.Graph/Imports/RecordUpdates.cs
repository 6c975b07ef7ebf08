using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports;

/// <summary>
/// Brings nodes that exist to what their records say. A value that the source wrote last is changed, one that nobody has
/// given is filled in; what somebody else asserts stays, and the record's value becomes a claim beside it. Names,
/// texts, identifiers, links and citations that only this source gave, and gives no longer, go.
/// </summary>
internal sealed class RecordUpdates(RunState run, GraphEdit edit, BatchReferences references, IReadOnlyList<BatchRecord> records)
{
    private readonly UpdatedNodes _nodes = new(run, edit, references, records);

    /// <summary>Loads the nodes with all that hangs on them.</summary>
    /// <exception cref="RecordsRejectedException">A record says what a node that exists cannot become.</exception>
    public async Task LoadAsync(CancellationToken cancel)
    {
        if (records.Count == 0) return;
        await _nodes.LoadNodesAsync(cancel).ConfigureAwait(false);
        await new UpdateChecks(edit, references, _nodes, records).RunAsync(cancel).ConfigureAwait(false);
        await _nodes.LoadHangingAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Changes what is the source's to change.</summary>
    public async Task ApplyAsync(CancellationToken cancel)
    {
        var disputed = new HashSet<long>();
        var (columns, links, citations) = (new ColumnUpdates(edit, _nodes), new LinkUpdates(edit, _nodes), new CitationUpdates(run, edit, references, _nodes));
        foreach (var record in records)
        {
            var row = _nodes.Row(record);
            await RestoreAsync(record, cancel).ConfigureAwait(false);
            if (row.HiddenSince is not null && _nodes.Node(row.Id).RetractedVersion is not null) continue;

            var claims = await columns.SetAsync(record, record.Draft, row, cancel).ConfigureAwait(false);
            claims.AddRange(links.SetTexts(record, row.Id));
            links.SetIdentifiers(record, row.Id);
            links.SetLinks(record, row.Id);
            var wanted = new Dictionary<long, List<(Citation Citation, long KeptId)>>
            {
                [row.Id] = await citations.WantedAsync(record, record.Draft, row.Id, claims, cancel).ConfigureAwait(false),
            };
            await SetNamesAsync(record, row.Id, columns, citations, wanted, cancel).ConfigureAwait(false);
            foreach (var (subject, some) in wanted)
            {
                if (await citations.SetAsync(record, subject, some, cancel).ConfigureAwait(false) || record.IsChanged) disputed.Add(subject);
            }
        }

        disputed.RemoveWhere(subject => !_nodes.Citations(subject).Any(c => c.Value is not null) && !Added(subject));
        if (disputed.Count > 0) await DisputeSettling.RunAsync(edit, disputed, cancel).ConfigureAwait(false);
    }

    private bool Added(long subject)
        => edit.New.Rows.Values.OfType<Citation>().Any(citation => citation.SubjectId == subject && citation.Value is not null);

    private async Task RestoreAsync(BatchRecord record, CancellationToken cancel)
    {
        // What this source let go and now has again shows again; what somebody else retracted stays so.
        var node = _nodes.Node(record.NodeId);
        if (node.RetractedVersion is null || _nodes.Writers.Of(node.Id, nameof(Node.RetractedVersion))?.Actor != _nodes.Actor) return;
        node.RetractedVersion = null;
        record.IsChanged = true;
        await edit.SaveAsync(cancel).ConfigureAwait(false);
    }

    private async Task SetNamesAsync(
        BatchRecord record, long id, ColumnUpdates columns, CitationUpdates citations, Dictionary<long, List<(Citation, long)>> wanted, CancellationToken cancel)
    {
        var old = _nodes.Names(id).ToList();
        foreach (var draft in record.Draft.Names)
        {
            var name = (Name)draft.Row;
            if (old.Find(has => has.Value == name.Value && has.Language == name.Language) is { } has)
            {
                old.Remove(has);
                var claims = await columns.SetAsync(record, draft, has, cancel).ConfigureAwait(false);
                wanted[has.Id] = await citations.WantedAsync(record, draft, has.Id, claims, cancel).ConfigureAwait(false);
                continue;
            }

            RecordCreation.AddName(edit, draft, id);
            wanted[name.Id] = await citations.WantedAsync(record, draft, name.Id, [], cancel).ConfigureAwait(false);
            record.IsChanged = true;
        }

        foreach (var name in old.Where(name => _nodes.Writers.IsAlone(name.Id, _nodes.Actor) && _nodes.Citations(name.Id).All(citation => citation.AssertedBy == _nodes.Actor)))
        {
            (await edit.NodeAsync(name.Id, cancel).ConfigureAwait(false)).RetractedVersion = edit.Version;
            record.IsChanged = true;
        }
    }
}
