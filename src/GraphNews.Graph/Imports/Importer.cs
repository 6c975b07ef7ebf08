using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>
/// Brings the records of a source into the graph: reads all of them once, then writes them in batches, each of which is one
/// version of the graph. A run that was broken off leaves whole batches; the next run of the source finds what they
/// wrote unchanged and goes on. What is wrong is rejected with its place and reason, and the rest comes in.
/// </summary>
/// <param name="writer">Writes the graph.</param>
public sealed class Importer(GraphWriter writer)
{
    /// <summary>The most records in one version.</summary>
    public const int BatchSize = RowTable.KeysAtOnce;

    /// <summary>Imports a source.</summary>
    /// <param name="source">Where the records come from.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Cancels it; what was written stays.</param>
    /// <exception cref="BundleException">The source cannot be read; or, if the import is strict, a record is wrong. Nothing was written.</exception>
    public async Task<ImportReport> RunAsync(IRecordSource source, ImportOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        Check(source.Source);
        using var rejects = options is { RejectsPath: { } path, IsDryRun: false } ? new RejectFile(path, source.Source) : null;
        var log = new ImportLog(options, rejects);
        using var spool = new RecordSpool();
        var graph = writer.Storage.CreateContext();
        await using (graph.ConfigureAwait(false))
        {
            var records = await new RecordScan(source, spool, log, new RowTables(graph.Model)).RunAsync(cancel).ConfigureAwait(false);
            if (options.IsDryRun) return await TryAsync(source.Source, spool, records, options, log, cancel).ConfigureAwait(false);

            ImportRun run = null!;
            await writer.Storage.WriteAsync(
                async (context, token) =>
                {
                    run = await ImportRuns.BeginAsync(context, source.Source.Key, records.HighestId, writer.Time, token).ConfigureAwait(false);
                    await context.SaveChangesAsync(token).ConfigureAwait(false);
                    return true;
                },
                cancel).ConfigureAwait(false);
            var state = new RunState(source.Source, spool, records, run, await ImportRuns.IsFirstAsync(graph, run, cancel).ConfigureAwait(false));
            await new RunWriting(state, new BatchTransactions(writer, source.Source), options, log).RunAsync(cancel).ConfigureAwait(false);
            var report = log.Report(await VersionAsync(cancel).ConfigureAwait(false));
            await writer.Storage.WriteAsync(
                async (context, token) =>
                {
                    await ImportRuns.EndAsync(context, run.Id, report, records.Count, writer.Time, token).ConfigureAwait(false);
                    await context.SaveChangesAsync(token).ConfigureAwait(false);
                    return true;
                },
                cancel).ConfigureAwait(false);
            return report;
        }
    }

    /// <summary>All batches in one transaction that is given up at the end.</summary>
    private async Task<ImportReport> TryAsync(
        ImportSource source, RecordSpool spool, RecordGraph records, ImportOptions options, ImportLog log, CancellationToken cancel)
    {
        try
        {
            await writer.WriteAsync(
                BatchTransactions.Origin(source),
                async (edit, token) =>
                {
                    var run = await ImportRuns.BeginAsync(edit.Context, source.Key, records.HighestId, writer.Time, token).ConfigureAwait(false);
                    await edit.SaveAsync(token).ConfigureAwait(false);
                    var state = new RunState(source, spool, records, run, await ImportRuns.IsFirstAsync(edit.Context, run, token).ConfigureAwait(false));
                    await new RunWriting(state, new BatchSavepoints(edit), options, log).RunAsync(token).ConfigureAwait(false);
                    throw new DryRunEndedException();
                },
                cancel).ConfigureAwait(false);
        }
        catch (DryRunEndedException)
        {
            // All is told and nothing written.
        }

        return log.Report(await VersionAsync(cancel).ConfigureAwait(false));
    }

    private async Task<long> VersionAsync(CancellationToken cancel)
    {
        var graph = writer.Storage.CreateContext();
        await using (graph.ConfigureAwait(false))
        {
            return (await graph.GraphStates.SingleAsync(cancel).ConfigureAwait(false)).Version;
        }
    }

    private static void Check(ImportSource source)
    {
        if (source.Key.Length is 0 or > ColumnLengths.Slug)
            throw new ArgumentException($"A source's key has 1 to {ColumnLengths.Slug} characters, and \"{source.Key}\" has {source.Key.Length}.", nameof(source));
    }

    /// <summary>Ends the transaction of a dry run.</summary>
    private sealed class DryRunEndedException : Exception;
}
