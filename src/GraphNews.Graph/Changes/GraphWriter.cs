using GraphNews.Graph.Citations;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Changes;

/// <summary>
/// The only way to change the graph: one write is one transaction, one version, one entry in the change log for each
/// field that it changed. Writes queue; versions have no gaps and rise in the order of the commits.
/// </summary>
/// <param name="storage">Where the graph is kept.</param>
/// <param name="time">Tells when a write was.</param>
/// <param name="signal">Is told each version, for those of this process who follow the graph; null if nobody does.</param>
public sealed class GraphWriter(IGraphStorage storage, TimeProvider time, ChangeSignal? signal = null)
{
    private RowTables? _tables;

    /// <summary>Where the graph is kept.</summary>
    internal IGraphStorage Storage => storage;

    /// <summary>Tells when a write was.</summary>
    internal TimeProvider Time => time;

    /// <summary>
    /// Runs an edit and commits it as the next version. Nothing is written if it throws, or if it changes nothing.
    /// </summary>
    /// <param name="origin">Who writes, and why.</param>
    /// <param name="edit">
    /// Makes the changes. A storage may run it again after a fault of the connection, with a new
    /// <see cref="GraphEdit"/>: besides using that it must do nothing that cannot be done twice.
    /// </param>
    /// <param name="cancel">Cancels waiting for other writers, and the write itself.</param>
    /// <returns>The version that the write made; the version that stands if it changed nothing.</returns>
    /// <exception cref="Errors.GraphException">The edit breaks a rule of the graph; the message says which.</exception>
    public Task<long> WriteAsync(ChangeOrigin origin, Func<GraphEdit, CancellationToken, Task> edit, CancellationToken cancel)
        => WriteAsync(origin, edit, show: null, cancel);

    /// <summary>Runs an edit as the other form does, and reads what it wrote before others can write on.</summary>
    /// <param name="origin">Who writes, and why.</param>
    /// <param name="edit">Makes the changes.</param>
    /// <param name="show">Reads by the edit's connection, at the version that the write makes, before it is committed; null if nobody reads.</param>
    /// <param name="cancel">Cancels waiting for other writers, and the write itself.</param>
    internal async Task<long> WriteAsync(
        ChangeOrigin origin, Func<GraphEdit, CancellationToken, Task> edit, Func<GraphEdit, CancellationToken, Task>? show, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(edit);
        WrittenText.Check(origin);
        return await CommitAsync(
            origin,
            async (work, token) =>
            {
                await edit(work, token).ConfigureAwait(false);
                await work.SaveLastAsync(token).ConfigureAwait(false);
                await Evidence.RequireAsync(work, token).ConfigureAwait(false);
                if (!work.HasChanges && (work.KeepsNotes || show is not null))
                {
                    // Without a change the graph stays at its version.
                    await work.Context.GraphStates.ExecuteUpdateAsync(g => g.SetProperty(s => s.Version, s => s.Version - 1), token).ConfigureAwait(false);
                }

                if (show is not null) await show(work, token).ConfigureAwait(false);
                return work.HasChanges || work.KeepsNotes;
            },
            cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes derived columns alone. It is a version of its own, since answers change with it, and has no entries in the
    /// change log, since nobody said anything new.
    /// </summary>
    /// <param name="origin">Who writes, and why.</param>
    /// <param name="derive">Sets derived properties of rows that the context tracks; false if there was nothing to set.</param>
    /// <param name="cancel">Cancels waiting for other writers, and the write itself.</param>
    /// <returns>The version that the write made; the version that stands if it changed nothing.</returns>
    internal Task<long> DeriveAsync(ChangeOrigin origin, Func<GraphEdit, CancellationToken, Task<bool>> derive, CancellationToken cancel)
        => CommitAsync(
            origin,
            async (work, token) =>
            {
                if (!await derive(work, token).ConfigureAwait(false)) return false;
                work.Context.Changes.Add(work.Change);
                work.Context.ChangeTracker.DetectChanges();
                await work.Context.SaveChangesAsync(token).ConfigureAwait(false);
                return true;
            },
            cancel);

    private async Task<long> CommitAsync(ChangeOrigin origin, Func<GraphEdit, CancellationToken, Task<bool>> write, CancellationToken cancel)
    {
        GraphEdit? edit = null;
        var changed = await storage.WriteAsync(
            async (context, token) =>
            {
                edit = await BeginAsync(context, origin, token).ConfigureAwait(false);
                return await write(edit, token).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        if (!changed || edit!.HasOnlyNotes) return edit!.Version - 1;

        signal?.Announce(edit.Version);
        return edit.Version;
    }

    private async Task<GraphEdit> BeginAsync(GraphDbContext context, ChangeOrigin origin, CancellationToken cancel)
    {
        // Before anything is read: this row is the lock that writers queue at.
        await context.GraphStates.ExecuteUpdateAsync(g => g.SetProperty(s => s.Version, s => s.Version + 1), cancel).ConfigureAwait(false);
        var state = await context.GraphStates.SingleAsync(cancel).ConfigureAwait(false);
        if (state.Version == 1) state.FoldingVersion = NameFolding.Version;

        // Changes are looked for when they are saved, not at every call: imports add thousands of rows.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        return new GraphEdit(storage, context, _tables ??= new RowTables(context.Model), state, new Change
        {
            Version = state.Version,
            At = time.GetUtcNow().UtcDateTime,
            Actor = origin.Actor,
            Reason = origin.Reason,
        });
    }
}
