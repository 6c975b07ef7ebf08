using System.Data;
using GraphNews.Graph.Changes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Storage;

/// <summary>One write to a database server, which may be run several times until one of its transactions commits.</summary>
/// <param name="options">For the contexts of the attempts.</param>
/// <param name="longestTurn">How long to wait for the Graph row.</param>
/// <param name="announce">Tells others of the write, in its transaction.</param>
internal sealed class QueuedWrite(
    DbContextOptions<GraphDbContext> options, TimeSpan longestTurn, Func<GraphDbContext, CancellationToken, Task> announce)
{
    private Change? _made;

    public async Task<bool> RunAsync(Func<GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel)
    {
        _made = null;
        var context = new GraphDbContext(options);
        await using (context.ConfigureAwait(false))
        {
            // An attempt ends as a whole or not at all: a savepoint before each batch would only cost its way.
            context.Database.AutoSavepointsEnabled = false;
            var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await TakeTurnAsync(context, cancel).ConfigureAwait(false);
                if (!await write(context, cancel).ConfigureAwait(false)) return false;

                _made = await context.Changes.AsNoTracking().OrderByDescending(change => change.Version).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
                await announce(context, cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return true;
            }
        }
    }

    /// <summary>
    /// Whether the last attempt committed though its connection broke before it could say so: the change that it made
    /// is there, at the same version, of the same moment and writer.
    /// </summary>
    public async Task<bool> HasCommittedAsync(CancellationToken cancel)
    {
        if (_made is not { } made) return false;

        var context = new GraphDbContext(options);
        await using (context.ConfigureAwait(false))
        {
            return await context.Changes.AnyAsync(
                change => change.Version == made.Version && change.At == made.At && change.Actor == made.Actor, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Locks the Graph row by writing it; whoever else writes waits here until the transaction ends.</summary>
    private async Task TakeTurnAsync(GraphDbContext context, CancellationToken cancel)
    {
        var usual = context.Database.GetCommandTimeout();
        context.Database.SetCommandTimeout(longestTurn);
        await context.GraphStates
            .ExecuteUpdateAsync(state => state.SetProperty(graph => graph.Version, graph => graph.Version), cancel).ConfigureAwait(false);
        context.Database.SetCommandTimeout(usual);
    }
}
