using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Exports;

/// <summary>A format in which the graph is written, page by page. <c>docs/formats.md</c> says what each holds and what it cannot.</summary>
internal abstract class ExportFormat : IDisposable
{
    /// <summary>The kinds that are written, in the order in which they are.</summary>
    public abstract IReadOnlyList<NodeKind> Kinds { get; }

    /// <summary>The kinds that a filter can be on.</summary>
    public virtual IReadOnlyList<NodeKind> Filtered => Kinds;

    /// <summary>Kinds that are written into what they hang on.</summary>
    public virtual IReadOnlyList<NodeKind> Inside => [];

    /// <summary>The kinds of which a name is wanted where they are pointed at.</summary>
    public virtual IReadOnlyList<NodeKind> LabelsOf => [];

    /// <summary>Whether the titles and addresses of the articles that citations are from are wanted.</summary>
    public virtual bool CitesArticles => false;

    /// <summary>What the graph holds and the format cannot.</summary>
    public ExportLosses Losses { get; } = new();

    /// <summary>The facts that are wanted with the page of a kind: those that it owns.</summary>
    public virtual IReadOnlyList<NodeKind> FactsWith(NodeKind kind) => [];

    /// <summary>Begins.</summary>
    public virtual Task BeginAsync(ExportScope scope, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Writes a page.</summary>
    public abstract Task WriteAsync(ExportPage page, CancellationToken cancel);

    /// <summary>Ends: all is on its way to its file then.</summary>
    public abstract Task EndAsync(CancellationToken cancel);

    public abstract void Dispose();
}
