using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Places;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Exports;

/// <summary>What an export has written.</summary>
/// <param name="Records">How many records.</param>
/// <param name="Version">The version of the graph that they show.</param>
public sealed record ExportReport(long Records, long Version);

/// <summary>
/// Writes the graph as a bundle: one version of it, kind by kind, in the order of the ids, page by page. The same graph
/// gives the same bytes; an import of them into an empty graph gives the same graph with the same ids. What is retracted
/// or merged into another is left out, and so is the reference data that every graph has.
/// </summary>
/// <param name="storage">Where the graph is kept.</param>
public sealed class BundleExport(IGraphStorage storage)
{
    private const int PageSize = RowTable.KeysAtOnce;

    /// <summary>Kinds in the order in which they are written: most come after what they point at.</summary>
    private static readonly NodeKind[] Kinds =
    [
        NodeKind.SourceArticle, NodeKind.Publisher, NodeKind.Topic, NodeKind.Place, NodeKind.Occasion, NodeKind.Agency, NodeKind.Post, NodeKind.Official,
        NodeKind.Meeting, NodeKind.Agreement, NodeKind.AgencySuccession, NodeKind.Tenure, NodeKind.Participation, NodeKind.AgreementParty,
    ];

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
            var graph = snapshot.Context;
            var version = (await graph.GraphStates.SingleAsync(cancel).ConfigureAwait(false)).Version;
            var tables = new RowTables(graph.Model);
            var shared = await SharedAsync(graph, cancel).ConfigureAwait(false);
            var total = await graph.Nodes.LongCountAsync(node => Kinds.Contains(node.Kind) && node.RetractedVersion == null, cancel).ConfigureAwait(false);
            using var lines = new RecordWriter(output);
            await lines.WriteHeaderAsync(cancel).ConfigureAwait(false);
            var done = 0L;
            foreach (var kind in Kinds)
            {
                for (var after = 0L; ;)
                {
                    var rows = await tables[kind].PageAsync(graph, after, PageSize, cancel).ConfigureAwait(false);
                    var page = await ExportPage.LoadAsync(graph, tables, kind, [.. rows.Where(row => row.HiddenSince is null && !shared.Contains(row.Id)).Cast<NodeRow>()], cancel).ConfigureAwait(false);
                    foreach (var row in page.Rows)
                    {
                        page.Write(lines.Json, row);
                        await lines.EndAsync(cancel).ConfigureAwait(false);
                    }

                    done += page.Rows.Count;
                    progress?.Report((done, total));
                    if (rows.Count < PageSize) break;
                    after = rows[^1].Id;
                }
            }

            await output.FlushAsync(cancel).ConfigureAwait(false);
            return new ExportReport(done, version);
        }
    }

    /// <summary>What the reference data brought: every graph has it.</summary>
    private static async Task<HashSet<long>> SharedAsync(GraphDbContext graph, CancellationToken cancel)
    {
        var versions = await graph.Changes.Where(change => change.Actor == ReferenceData.Actor).Select(change => change.Version).ToListAsync(cancel).ConfigureAwait(false);
        return [.. await graph.Nodes.Where(node => versions.Contains(node.CreatedVersion) && Kinds.Contains(node.Kind)).Select(node => node.Id).ToListAsync(cancel).ConfigureAwait(false)];
    }
}
