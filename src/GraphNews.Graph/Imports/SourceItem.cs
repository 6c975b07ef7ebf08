using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Imports;

/// <summary>A record, or a line of which none could be made.</summary>
public sealed class SourceItem
{
    private SourceItem(BundleRecord? record, RecordReject? reject, long position)
        => (Record, Reject, Position) = (record, reject, position);

    /// <summary>The record; null for a reject.</summary>
    public BundleRecord? Record { get; }

    /// <summary>Why there is no record; null for a record.</summary>
    public RecordReject? Reject { get; }

    /// <summary>How far the source was read, such as in bytes.</summary>
    public long Position { get; }

    /// <summary>A record.</summary>
    public static SourceItem Of(BundleRecord record, long position) => new(record, null, position);

    /// <summary>A line of which no record could be made.</summary>
    public static SourceItem Of(RecordReject reject, long position) => new(null, reject, position);
}
