using GraphNews.Graph.Bundles;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Imports;

/// <summary>Writes the records of a run batch by batch, and looks at the end which have vanished.</summary>
internal sealed class RunWriting(RunState run, IBatchTransaction transaction, ImportOptions options, ImportLog log)
{
    private int _done;

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var batch in new RecordOrder(run.Records).Batches(Importer.BatchSize))
        {
            await WriteAsync(batch, cancel).ConfigureAwait(false);
            log.Progress(ImportStep.Writing, _done, run.Records.Count);
        }

        await new VanishedRecords(run, transaction, options, log).RunAsync(cancel).ConfigureAwait(false);
    }

    private async Task WriteAsync(List<int[]> groups, CancellationToken cancel)
    {
        var records = await NewOrChangedAsync([.. groups.SelectMany(group => group)], cancel).ConfigureAwait(false);
        while (records.Count > 0)
        {
            try
            {
                await WriteAsync(records, cancel).ConfigureAwait(false);
                break;
            }
            catch (RecordsRejectedException rejected)
            {
                foreach (var (ordinal, reason) in rejected.Records) Reject(records.First(record => record.Ordinal == ordinal), reason);
            }
            catch (GraphException error) when (groups.Count > 1)
            {
                // Somewhere in the batch is a record that the graph refuses: look for it by halves.
                var half = groups.Count / 2;
                _done -= groups.Sum(group => group.Length);
                _ = error;
                await WriteAsync(groups[..half], cancel).ConfigureAwait(false);
                await WriteAsync(groups[half..], cancel).ConfigureAwait(false);
                return;
            }
            catch (GraphException error)
            {
                records.ForEach(record => Reject(record, error.Message));
            }

            // What the attempt began is not in the graph: read anew what is left.
            records = [.. records.Where(record => !run.Records.IsRejected(record.Ordinal)).Select(record => Read(record.Ordinal))];
        }
    }

    /// <summary>The records of which no earlier run has noted the same; the others are done.</summary>
    private async Task<List<BatchRecord>> NewOrChangedAsync(IReadOnlyList<int> ordinals, CancellationToken cancel)
    {
        var records = ordinals.Where(ordinal => !run.Records.IsRejected(ordinal)).Select(Read).ToList();
        if (!run.IsFirst) await transaction.AskAsync(graph => BatchEdit.FindNotesAsync(graph, run.Run.SourceId, records, tracked: false, cancel)).ConfigureAwait(false);
        foreach (var record in records.Where(IsUnchanged)) Done(record);
        _done += ordinals.Count;
        return records.FindAll(record => !IsUnchanged(record));
    }

    private async Task WriteAsync(List<BatchRecord> records, CancellationToken cancel)
    {
        // A storage may run it twice: each attempt begins with records as they were read.
        List<BatchRecord>? attempt = null;
        await transaction.WriteAsync(
            async (edit, token) =>
            {
                attempt = attempt is null ? records : [.. records.Select(record => Read(record.Ordinal))];
                await new BatchEdit(run, edit, attempt).RunAsync(token).ConfigureAwait(false);
                await ImportRuns.ReachAsync(edit.Context, run.Run.Id, _done, token).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        foreach (var record in attempt!)
        {
            if (record.Reject is { } reason) Reject(record, reason);
            else Done(record);
        }
    }

    private BatchRecord Read(int ordinal) => new(ordinal, DraftReader.Read(run.Spool.Read(ordinal)));

    private static bool IsUnchanged(BatchRecord record) => record.Note?.ContentHash == record.ContentHash;

    private void Done(BatchRecord record)
    {
        run.Records.SetNode(record.Ordinal, record.NodeId);
        log.Done(record);
    }

    private void Reject(BatchRecord record, string reason)
    {
        run.Records.Reject(record.Ordinal);
        log.Reject(record.Draft.Record, record.Draft.Kind, record.Key, reason);
    }
}
