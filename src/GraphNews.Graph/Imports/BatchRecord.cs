using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Imports;

/// <summary>A record of a batch on its way into the graph.</summary>
internal sealed class BatchRecord(int ordinal, Draft draft)
{
    /// <summary>Its place in the run.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>What it says.</summary>
    public Draft Draft { get; } = draft;

    /// <summary>The hash of what it says.</summary>
    public string ContentHash { get; } = RecordKey.ContentHash(draft);

    /// <summary>What it is called from run to run.</summary>
    public string Key => RecordKey.Of(Draft, ContentHash);

    /// <summary>What an earlier run noted of it; null if none did.</summary>
    public ImportedRecord? Note { get; set; }

    /// <summary>Its node; 0 while it has none.</summary>
    public long NodeId { get; set; }

    /// <summary>Whether its node is made now.</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether it changed its node.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Which of its values stand as claims, and beside what.</summary>
    public List<string> Claims { get; } = [];

    /// <summary>Why it is left out; null while it is not.</summary>
    public string? Reject { get; set; }
}

/// <summary>Records of a batch cannot be written; the batch is tried again without them.</summary>
internal sealed class RecordsRejectedException(IReadOnlyList<(int Ordinal, string Reason)> records) : Exception
{
    /// <summary>Which records, and why.</summary>
    public IReadOnlyList<(int Ordinal, string Reason)> Records { get; } = records;
}
