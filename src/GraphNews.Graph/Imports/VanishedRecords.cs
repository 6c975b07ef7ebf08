using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>
/// Lists the records that earlier runs had and this one has not. Their nodes are retracted only if that is asked for, every
/// line could be read, and nobody else says anything of them.
/// </summary>
internal sealed class VanishedRecords(RunState run, IBatchTransaction transaction, ImportOptions options, ImportLog log)
{
    private sealed record Vanished(string Key, long NodeId, NodeKind Kind);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (run.Source.IsPartial || run.IsFirst) return;
        var retract = options.RetractMissing;
        if (retract && log.Unread > 0)
        {
            log.NotRetracted = $"{log.Unread} lines could not be read, and may hold what seems to be missing. Mend them first.";
            retract = false;
        }

        for (string? last = null; ;)
        {
            List<Vanished> vanished = [];
            var after = last ?? "";
            var count = 0;
            await transaction.AskAsync(async graph =>
            {
#pragma warning disable CA1309 // Ordinal on every storage; the overload that says so has no SQL.
                var notes = await graph.ImportedRecords.AsNoTracking()
                    .Where(note => note.SourceId == run.Run.SourceId && string.Compare(note.Key, after) > 0)
#pragma warning restore CA1309
                    .OrderBy(note => note.Key).Take(RowTable.KeysAtOnce)
                    .Select(note => new { note.Key, note.NodeId, note.Node.Kind, IsRetracted = note.Node.RetractedVersion != null })
                    .ToListAsync(cancel).ConfigureAwait(false);
                count = notes.Count;
                last = count > 0 ? notes[^1].Key : last;
                vanished = [.. notes.Where(note => !note.IsRetracted && run.Records.Find(note.Key) < 0).Select(note => new Vanished(note.Key, note.NodeId, note.Kind))];
            }).ConfigureAwait(false);

            foreach (var record in vanished) log.Tell(ImportOutcome.Vanished, record.Kind, record.NodeId, record.Key);
            if (retract && vanished.Count > 0) await RetractAsync(vanished, cancel).ConfigureAwait(false);
            if (count < RowTable.KeysAtOnce) return;
        }
    }

    private async Task RetractAsync(List<Vanished> vanished, CancellationToken cancel)
    {
        List<Vanished> retracted = [];
        await transaction.WriteAsync(
            async (edit, token) =>
            {
                long[] ids = [.. vanished.Select(record => record.NodeId)];
                string[] keys = [.. vanished.Select(record => record.Key)];
                var writers = await LastWriters.OfAsync(edit.Context, ids, token).ConfigureAwait(false);
                var elsewhere = await edit.Context.ImportedRecords.AsNoTracking().Where(note => ids.Contains(note.NodeId) && note.SourceId != run.Run.SourceId)
                    .Select(note => note.NodeId).ToListAsync(token).ConfigureAwait(false);
                var nodes = await edit.Context.Nodes.Where(node => ids.Contains(node.Id)).ToDictionaryAsync(node => node.Id, token).ConfigureAwait(false);
                var notes = await edit.Context.ImportedRecords.Where(note => note.SourceId == run.Run.SourceId && keys.Contains(note.Key))
                    .ToDictionaryAsync(note => note.Key, token).ConfigureAwait(false);
                retracted = [.. vanished.Where(record => nodes[record.NodeId] is { RetractedVersion: null } node && node.CanonicalId == node.Id
                    && !elsewhere.Contains(node.Id) && writers.IsAlone(node.Id, run.Source.Actor))];
                foreach (var record in retracted)
                {
                    nodes[record.NodeId].RetractedVersion = edit.Version;
                    notes[record.Key].ContentHash = "";
                }
            },
            cancel).ConfigureAwait(false);
        foreach (var record in retracted) log.Tell(ImportOutcome.Retracted, record.Kind, record.NodeId, record.Key);
    }
}
