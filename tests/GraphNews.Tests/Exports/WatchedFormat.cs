using GraphNews.Graph.Exports;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;

namespace GraphNews.Tests.Exports;

/// <summary>A format as it is, which is looked at every few pages: how many rows of all pages are still held by anybody.</summary>
internal sealed class WatchedFormat(ExportFormat format) : ExportFormat
{
    /// <summary>A look takes time: all that is held has to be found.</summary>
    private const int RowsBetweenLooks = 4 * RowTable.KeysAtOnce;

    private readonly List<WeakReference> _rows = [];
    private int _lookedAt;

    /// <summary>How many rows there were.</summary>
    public int Rows => _rows.Count;

    /// <summary>The most of them that were held when they were looked for.</summary>
    public int MostHeld { get; private set; }

    public override IReadOnlyList<NodeKind> Kinds => format.Kinds;

    public override IReadOnlyList<NodeKind> Filtered => format.Filtered;

    public override IReadOnlyList<NodeKind> Inside => format.Inside;

    public override IReadOnlyList<NodeKind> LabelsOf => format.LabelsOf;

    public override bool CitesArticles => format.CitesArticles;

    public override IReadOnlyList<NodeKind> FactsWith(NodeKind kind) => format.FactsWith(kind);

    public override Task BeginAsync(ExportScope scope, CancellationToken cancel) => format.BeginAsync(scope, cancel);

    public override async Task WriteAsync(ExportPage page, CancellationToken cancel)
    {
        _rows.AddRange(page.Rows.Select(row => new WeakReference(row)));
        await format.WriteAsync(page, cancel);
        if (_rows.Count - _lookedAt < RowsBetweenLooks) return;

        _lookedAt = _rows.Count;
        GC.Collect();
        MostHeld = Math.Max(MostHeld, _rows.Count(row => row.IsAlive));
    }

    public override Task EndAsync(CancellationToken cancel) => format.EndAsync(cancel);

    public override void Dispose() => format.Dispose();
}
