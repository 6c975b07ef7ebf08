using GraphNews.Graph.Bundles;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports;

/// <summary>Counts what becomes of records, tells whoever listens, and keeps rejects.</summary>
internal sealed class ImportLog(ImportOptions options, RejectFile? rejects)
{
    private readonly int[] _counts = new int[Enum.GetValues<ImportOutcome>().Length];

    /// <summary>How many lines could not be read, so that nobody knows which records they hold.</summary>
    public int Unread { get; private set; }

    /// <summary>Why no vanished record was retracted.</summary>
    public string? NotRetracted { get; set; }

    /// <summary>A line of which no record could be made.</summary>
    public void Reject(RecordReject reject)
    {
        Unread++;
        Reject(reject, null, null);
    }

    /// <summary>A record that is left out.</summary>
    public void Reject(BundleRecord record, NodeKind? kind, string? key, string reason)
        => Reject(new RecordReject(record.File, record.Line, reason, record.Content.GetRawText()), kind, key);

    /// <summary>A record that is done.</summary>
    public void Done(BatchRecord record)
    {
        var outcome = record.IsNew ? ImportOutcome.Created : record.IsChanged ? ImportOutcome.Updated : ImportOutcome.Unchanged;
        Tell(outcome, record, null);
        foreach (var claim in record.Claims) Tell(ImportOutcome.Claimed, record, claim);
    }

    /// <summary>A record that its source has no longer.</summary>
    public void Tell(ImportOutcome outcome, NodeKind kind, long node, string key) => Tell(new ImportedItem(outcome, kind, node, key, null, 0, null));

    /// <summary>How far it is.</summary>
    public void Progress(ImportStep step, long done, long? total) => options.Progress?.Report(new ImportProgress(step, done, total));

    /// <summary>What came of it.</summary>
    public ImportReport Report(long version) => new()
    {
        Created = Count(ImportOutcome.Created),
        Updated = Count(ImportOutcome.Updated),
        Unchanged = Count(ImportOutcome.Unchanged),
        Claimed = Count(ImportOutcome.Claimed),
        Vanished = Count(ImportOutcome.Vanished),
        Retracted = Count(ImportOutcome.Retracted),
        Rejected = Count(ImportOutcome.Rejected),
        NotRetracted = NotRetracted,
        Version = version,
    };

    private void Reject(RecordReject reject, NodeKind? kind, string? key)
    {
        if (options.IsStrict) throw new BundleException(reject.File, reject.Line, reject.Reason);
        rejects?.Add(reject);
        Tell(new ImportedItem(ImportOutcome.Rejected, kind, null, key, reject.File, reject.Line, reject.Reason));
    }

    private void Tell(ImportOutcome outcome, BatchRecord record, string? detail)
    {
        _counts[(int)outcome]++;
        var source = record.Draft.Record;
        options.Item?.Invoke(new ImportedItem(outcome, record.Draft.Kind, record.NodeId, record.Key, source.File, source.Line, detail));
    }

    private void Tell(ImportedItem item)
    {
        _counts[(int)item.Outcome]++;
        options.Item?.Invoke(item);
    }

    private int Count(ImportOutcome outcome) => _counts[(int)outcome];
}
