using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Names;

/// <summary>
/// Brings what names are compared and sorted by up to the rules of <see cref="NameFolding"/>, where a release before
/// this one derived it by older rules.
/// </summary>
/// <param name="storage">Where the graph is kept.</param>
/// <param name="writer">Writes the graph.</param>
public sealed class NameRebuild(IGraphStorage storage, GraphWriter writer)
{
    /// <summary>Who rebuilds, as the change log has it.</summary>
    public const string Actor = "name-rebuild";

    /// <summary>The most rows in one version: others write in between.</summary>
    public const int RowsAtOnce = 1000;

    private static readonly ChangeOrigin _origin = new(Actor, $"Names folded by version {NameFolding.Version} of the rules");

    /// <summary>
    /// Derives all names and sort names again if the graph's folding is older. It may be called at every start, by
    /// several servers at once, and again after it was broken off.
    /// </summary>
    /// <param name="cancel">Cancels it between two versions, or within one.</param>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="GraphStartupException">The graph was folded by the rules of a later release.</exception>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        if (!await IsDueAsync(cancel).ConfigureAwait(false)) return false;
        await EachPageAsync(tables => [tables[NodeKind.Name]], FoldAsync, cancel).ConfigureAwait(false);
        await EachPageAsync(tables => [.. tables.All.Where(table => table.IsEntity)], SortAsync, cancel).ConfigureAwait(false);
        await writer.DeriveAsync(_origin, (edit, _) => Task.FromResult(Finish(edit)), cancel).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> IsDueAsync(CancellationToken cancel)
    {
        var context = storage.CreateContext();
        await using (context.ConfigureAwait(false))
        {
            var state = await context.GraphStates.SingleAsync(cancel).ConfigureAwait(false);
            return state.FoldingVersion <= NameFolding.Version
                ? state.Version > 0 && state.FoldingVersion < NameFolding.Version
                : throw new GraphStartupException(
                    $"The names of this database were folded by version {state.FoldingVersion} of the rules; this release has version {NameFolding.Version}. Start the later release.");
        }
    }

    /// <summary>One version for each page, and none for a page in which all is right already.</summary>
    private async Task EachPageAsync(
        Func<RowTables, IReadOnlyList<RowTable>> choose, Func<GraphEdit, List<GraphRow>, CancellationToken, Task> derive, CancellationToken cancel)
    {
        for (var (table, after) = (0, 0L); table >= 0;)
        {
            var (thisTable, thisAfter) = (table, after);
            await writer.DeriveAsync(
                _origin,
                async (edit, token) =>
                {
                    var tables = choose(edit.Tables);
                    var page = await tables[thisTable].PageAsync(edit.Context, thisAfter, RowsAtOnce, token).ConfigureAwait(false);
                    await derive(edit, page, token).ConfigureAwait(false);
                    (table, after) = page.Count == RowsAtOnce ? (thisTable, page[^1].Id) : (thisTable + 1 < tables.Count ? thisTable + 1 : -1, 0);
                    edit.Context.ChangeTracker.DetectChanges();
                    return edit.Context.ChangeTracker.Entries<GraphRow>().Any(row => row.State != EntityState.Unchanged);
                },
                cancel).ConfigureAwait(false);
        }
    }

    private static Task FoldAsync(GraphEdit edit, List<GraphRow> names, CancellationToken cancel)
    {
        foreach (var name in names.Cast<Name>().Where(name => name.FoldingVersion < NameFolding.Version)) NameForms.Derive(name);
        return Task.CompletedTask;
    }

    private static Task SortAsync(GraphEdit edit, List<GraphRow> entities, CancellationToken cancel)
        => new SortNames(edit, new EditedRows(edit)).DeriveAsync([.. entities.Cast<Entity>()], cancel);

    private static bool Finish(GraphEdit edit)
    {
        if (edit.FoldingVersion >= NameFolding.Version) return false;
        edit.FoldingVersion = NameFolding.Version;
        return true;
    }
}
