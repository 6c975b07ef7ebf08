using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>Notes when runs begin and end.</summary>
internal static class ImportRuns
{
    /// <summary>Begins a run, or goes on with one of the source that was broken off, and sets the ids aside that its records carry.</summary>
    public static async Task<ImportRun> BeginAsync(GraphDbContext graph, string sourceKey, long highestId, TimeProvider time, CancellationToken cancel)
    {
        // The lock first, as every writer.
        await graph.GraphStates.ExecuteUpdateAsync(g => g.SetProperty(s => s.Version, s => s.Version), cancel).ConfigureAwait(false);
        var state = await graph.GraphStates.SingleAsync(cancel).ConfigureAwait(false);
        var source = await graph.ImportedSources.SingleOrDefaultAsync(s => s.Key == sourceKey, cancel).ConfigureAwait(false);
        if (source is null)
        {
            var last = await graph.ImportedSources.MaxAsync(s => (int?)s.Id, cancel).ConfigureAwait(false);
            source = graph.ImportedSources.Add(new ImportedSource { Id = (last ?? 0) + 1, Key = sourceKey }).Entity;
        }

        var run = await graph.ImportRuns.Where(r => r.SourceId == source.Id).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        if (run is null or { Status: ImportStatus.Finished })
        {
            var last = await graph.ImportRuns.MaxAsync(r => (long?)r.Id, cancel).ConfigureAwait(false);
            run = graph.ImportRuns.Add(new ImportRun
            {
                Id = (last ?? 0) + 1,
                SourceId = source.Id,
                StartedAt = time.GetUtcNow().UtcDateTime,
                FirstFreeId = state.NextNodeId,
                LastKeptId = highestId,
            }).Entity;
            state.NextNodeId = Math.Max(state.NextNodeId, highestId + 1);
        }

        return run;
    }

    /// <summary>Whether the graph has nothing of a run's source.</summary>
    public static async Task<bool> IsFirstAsync(GraphDbContext graph, ImportRun run, CancellationToken cancel)
        => !await graph.ImportedRecords.AnyAsync(note => note.SourceId == run.SourceId, cancel).ConfigureAwait(false);

    /// <summary>Notes how far a run is; with the batch that brought it there.</summary>
    public static async Task ReachAsync(GraphDbContext graph, long runId, int position, CancellationToken cancel)
        => (await graph.ImportRuns.FindAsync([runId], cancel).ConfigureAwait(false))!.Position = position;

    /// <summary>Ends a run.</summary>
    public static async Task EndAsync(GraphDbContext graph, long runId, ImportReport report, int position, TimeProvider time, CancellationToken cancel)
    {
        await graph.GraphStates.ExecuteUpdateAsync(g => g.SetProperty(s => s.Version, s => s.Version), cancel).ConfigureAwait(false);
        var run = await graph.ImportRuns.SingleAsync(r => r.Id == runId, cancel).ConfigureAwait(false);
        run.Status = ImportStatus.Finished;
        run.FinishedAt = time.GetUtcNow().UtcDateTime;
        run.Position = position;
        (run.Created, run.Updated, run.Unchanged, run.Claimed) = (report.Created, report.Updated, report.Unchanged, report.Claimed);
        (run.Vanished, run.Retracted, run.Rejected) = (report.Vanished, report.Retracted, report.Rejected);
    }
}
