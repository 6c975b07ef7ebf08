using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>One attempt to write the records of a batch; what it finds out is kept by its caller only after the commit.</summary>
internal sealed class BatchEdit(RunState run, GraphEdit edit, IReadOnlyList<BatchRecord> records)
{
    private readonly GraphLookup _graph = new(edit.Context, run.Run.SourceId);

    /// <summary>Writes what the graph has not, and rejects what cannot be written.</summary>
    /// <exception cref="RecordsRejectedException">Some records cannot be written; the attempt has to be given up.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        await FindNotesAsync(edit.Context, run.Run.SourceId, records, tracked: true, cancel).ConfigureAwait(false);
        await _graph.LoadAsync([.. records.SelectMany(Wanted)], cancel).ConfigureAwait(false);
        await MatchAsync(cancel).ConfigureAwait(false);
        var references = new BatchReferences(run.Records, run.Spool, records, _graph);
        await references.RejectWrongAsync(edit, cancel).ConfigureAwait(false);

        var good = records.Where(record => record.Reject is null).ToList();
        GiveIds(good);
        foreach (var record in good) Connect(record.Draft, references);

        var updates = new RecordUpdates(run, edit, references, [.. good.Where(record => !record.IsNew)]);
        await updates.LoadAsync(cancel).ConfigureAwait(false);
        var creation = new RecordCreation(run, edit, references);
        foreach (var record in good.Where(record => record.IsNew)) creation.Add(record);
        foreach (var record in good.Where(record => record.IsNew)) creation.Cite(record);
        await updates.ApplyAsync(cancel).ConfigureAwait(false);
        await creation.SettleDisputesAsync(cancel).ConfigureAwait(false);
        Note(good);
    }

    /// <summary>Finds what earlier runs noted of records.</summary>
    public static async Task FindNotesAsync(GraphDbContext graph, int source, IEnumerable<BatchRecord> records, bool tracked, CancellationToken cancel)
    {
        var byKey = records.ToDictionary(record => record.Key, StringComparer.Ordinal);
        foreach (var some in byKey.Keys.Chunk(RowTable.KeysAtOnce))
        {
            var notes = graph.ImportedRecords.Where(note => note.SourceId == source && some.Contains(note.Key));
            foreach (var note in await (tracked ? notes : notes.AsNoTracking()).ToListAsync(cancel).ConfigureAwait(false))
            {
                byKey[note.Key].Note = note;
                byKey[note.Key].NodeId = note.NodeId;
            }
        }
    }

    private IEnumerable<BundleReference> Wanted(BatchRecord record)
    {
        foreach (var reference in RecordGraph.References(record.Draft).Where(reference => run.Records.Find(RecordKey.Of(reference)) < 0)) yield return reference;
        if (record.Note is { } note) yield return new BundleReference.ById(note.NodeId);
        if (record.Draft.Slug is { } slug) yield return new BundleReference.BySlug(slug);
        foreach (var (scheme, value) in record.Draft.Identifiers) yield return new BundleReference.ByIdentifier(scheme, value);
        foreach (var id in RecordGraph.CarriedIds(record.Draft).OfType<long>()) yield return new BundleReference.ById(id);
    }

    /// <summary>Finds the node that a record is about: the one it became before, or one of its slug or identifier.</summary>
    private async Task MatchAsync(CancellationToken cancel)
    {
        foreach (var record in records)
        {
            var kind = record.Draft.Kind;
            if (record.Note is { } note)
            {
                if (_graph.Find(new BundleReference.ById(note.NodeId))!.Kind is var before && before != kind)
                    record.Reject = $"In an earlier run the record {record.Key} was of type {before}. Give it another key.";
            }
            else if (record.Draft.Slug is { } slug && _graph.Find(new BundleReference.BySlug(slug)) is { } holder)
            {
                if (holder.IsRetracted) record.Reject = $"The slug '{slug}' is that of an entity that was retracted. Restore it, or choose another slug.";
                else if (holder.Kind != kind) record.Reject = $"The slug '{slug}' is taken: the graph has a {holder.Kind} of that slug.";
                else record.NodeId = holder.Id;
            }
            else
            {
                record.NodeId = record.Draft.Identifiers
                    .Select(identifier => _graph.Find(new BundleReference.ByIdentifier(identifier.Scheme, identifier.Value)))
                    .FirstOrDefault(target => target?.Kind == kind)?.Id ?? 0;
            }

            record.IsNew = record.NodeId == 0;
        }

        await new FactMatching(run, edit, _graph, records).RunAsync(cancel).ConfigureAwait(false);
    }

    private void GiveIds(List<BatchRecord> good)
    {
        var given = new HashSet<long>();
        foreach (var record in good)
        {
            foreach (var name in record.Draft.Names) name.Row.Id = Kept(name.Id, given);
            if (record.IsNew) record.NodeId = Kept(record.Draft.Id, given) is > 0 and var id ? id : edit.NewId();
        }

        foreach (var citation in good.SelectMany(record => record.Draft.Names.Append(record.Draft)).SelectMany(cited => cited.Citations))
            citation.KeptId = Kept(citation.Id, given);
    }

    private long Kept(long? id, HashSet<long> given)
        => id is { } carried && run.MayKeep(carried) && _graph.Find(new BundleReference.ById(carried)) is null && given.Add(carried) ? carried : 0;

    private static void Connect(Draft draft, BatchReferences references)
    {
        foreach (var reference in draft.References.Concat(draft.Links.SelectMany(link => link.References)))
            reference.Set(references.Node(reference.Reference));
    }

    private void Note(List<BatchRecord> good)
    {
        foreach (var record in good)
        {
            if (record.Note is null)
            {
                edit.New.Notes.Add(new ImportedRecord
                {
                    SourceId = run.Run.SourceId,
                    Key = record.Key,
                    NodeId = record.NodeId,
                    ContentHash = record.ContentHash,
                    RunId = run.Run.Id,
                });
            }
            else
            {
                record.Note.ContentHash = record.ContentHash;
                record.Note.RunId = run.Run.Id;
            }
        }

        edit.KeepsNotes = good.Count > 0;
    }
}
