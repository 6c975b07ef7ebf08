using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;

namespace GraphNews.Graph.Imports;

/// <summary>What a batch is written in: a transaction of its own, or a part of that of a dry run.</summary>
internal interface IBatchTransaction
{
    /// <summary>Asks something without writing.</summary>
    Task AskAsync(Func<GraphDbContext, Task> ask);

    /// <summary>Writes a batch, or nothing of it if it throws.</summary>
    Task WriteAsync(Func<GraphEdit, CancellationToken, Task> write, CancellationToken cancel);
}

/// <summary>Each batch is a transaction and a version; others write in between.</summary>
internal sealed class BatchTransactions(GraphWriter writer, ImportSource source) : IBatchTransaction
{
    /// <summary>Who writes, and why.</summary>
    public static ChangeOrigin Origin(ImportSource source) => new(source.Actor, source.Reason);

    public async Task AskAsync(Func<GraphDbContext, Task> ask)
    {
        var graph = writer.Storage.CreateContext();
        await using (graph.ConfigureAwait(false)) await ask(graph).ConfigureAwait(false);
    }

    public Task WriteAsync(Func<GraphEdit, CancellationToken, Task> write, CancellationToken cancel)
        => writer.WriteAsync(Origin(source), write, cancel);
}

/// <summary>All batches in one edit; each is taken back by itself if it fails.</summary>
internal sealed class BatchSavepoints(GraphEdit edit) : IBatchTransaction
{
    private const string Savepoint = "batch";

    public Task AskAsync(Func<GraphDbContext, Task> ask) => ask(edit.Context);

    public async Task WriteAsync(Func<GraphEdit, CancellationToken, Task> write, CancellationToken cancel)
    {
        var transaction = edit.Context.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Savepoint, cancel).ConfigureAwait(false);
        try
        {
            await write(edit, cancel).ConfigureAwait(false);
            await edit.SaveLastAsync(cancel).ConfigureAwait(false);
            await Evidence.RequireAsync(edit, cancel).ConfigureAwait(false);
        }
        catch
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancel).ConfigureAwait(false);
            throw;
        }
        finally
        {
            edit.Doubtful.Clear();
            edit.New.Clear();
            edit.Context.ChangeTracker.Clear();
        }
    }
}
