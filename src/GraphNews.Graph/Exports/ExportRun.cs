using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Exports;

/// <summary>
/// Writes what a scope lets through in a format: kind by kind, in the order of the ids, page by page, so that memory does not
/// grow with the graph. The same graph gives the same bytes.
/// </summary>
internal sealed class ExportRun(ExportScope scope, ExportFormat format)
{
    private const int PageSize = RowTable.KeysAtOnce;

    /// <summary>Kinds that are told of where a format leaves them out: all but judgements, which say how the graph came to be, and countries.</summary>
    private static readonly NodeKind[] Told = [.. Enum.GetValues<NodeKind>().Except([NodeKind.Country, NodeKind.Judgement])];

    /// <summary>Writes it.</summary>
    /// <param name="progress">Hears how many records are written, of how many; null if nobody wants to.</param>
    /// <param name="cancel">Cancels it.</param>
    public async Task<ExportReport> RunAsync(IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        await scope.OpenAsync(cancel).ConfigureAwait(false);
        var total = 0L;
        foreach (var kind in Told)
        {
            var count = await scope.CountAsync(kind, cancel).ConfigureAwait(false);
            if (format.Kinds.Contains(kind)) total += count;
            else if (!format.Inside.Contains(kind)) format.Losses.Add($"{kind}", count);
        }

        await format.BeginAsync(scope, cancel).ConfigureAwait(false);
        var (read, written) = (0L, 0L);
        foreach (var kind in format.Kinds)
        {
            for (var after = 0L; ;)
            {
                var rows = await scope.Tables[kind].PageAsync(scope.Graph, after, PageSize, cancel).ConfigureAwait(false);
                var shown = rows.Where(scope.IsWritten).Cast<NodeRow>().ToList();
                var fitting = await scope.FittingAsync(kind, [.. shown.Select(row => row.Id)], cancel).ConfigureAwait(false);
                var page = await ExportPage.LoadAsync(scope, kind, [.. shown.Where(row => fitting.Contains(row.Id))], format, cancel).ConfigureAwait(false);
                await format.WriteAsync(page, cancel).ConfigureAwait(false);
                (read, written) = (read + shown.Count, written + page.Rows.Count);
                progress?.Report((read, total));
                if (rows.Count < PageSize) break;
                after = rows[^1].Id;
            }
        }

        await format.EndAsync(cancel).ConfigureAwait(false);
        return new ExportReport(written, scope.Version, format.Losses.All);
    }
}
