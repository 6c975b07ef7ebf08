using GraphNews.Graph.Storage;

namespace GraphNews.Graph.Exports;

/// <summary>
/// Writes the graph as a bundle: one version of it, kind by kind, in the order of the ids, page by page. The same graph
/// gives the same bytes; an import of them into an empty graph gives the same graph with the same ids. What is retracted
/// or merged into another is left out, and so is the reference data that every graph has.
/// </summary>
/// <param name="storage">Where the graph is kept.</param>
public sealed class BundleExport(IGraphStorage storage)
{
    /// <summary>Writes the graph.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="progress">Hears how many records are written, of how many; null if nobody wants to.</param>
    /// <param name="cancel">Cancels it.</param>
    public async Task<ExportReport> WriteAsync(Stream output, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(output);
        var snapshot = await storage.BeginReadAsync(cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            using var format = new BundleFormat(output);
            return await new ExportRun(new ExportScope(snapshot.Context, filter: null, languages: []), format).RunAsync(progress, cancel).ConfigureAwait(false);
        }
    }
}
