using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Storage;

/// <summary>
/// One operation's view of the graph: one connection, one read transaction, one version. Statements run one after
/// another on it. Commands made on <see cref="Connection"/> by hand need <see cref="Transaction"/> set.
/// </summary>
public sealed class GraphSnapshot : IAsyncDisposable
{
    private readonly IAsyncDisposable? _interruption;

    /// <summary>A snapshot of an open connection; it disposes the transaction and the context with its connection.</summary>
    /// <param name="context">Tracks nothing and takes part in the transaction.</param>
    /// <param name="connection">The context's connection, open.</param>
    /// <param name="transaction">A read transaction on it.</param>
    /// <param name="interruption">What interrupts statements of the connection, to be ended before it goes back to its pool; null if nothing does.</param>
    public GraphSnapshot(GraphDbContext context, DbConnection connection, DbTransaction transaction, IAsyncDisposable? interruption = null)
        => (Context, Connection, Transaction, _interruption) = (context, connection, transaction, interruption);

    /// <summary>What a write shows of itself, by its own connection and transaction, which it keeps.</summary>
    /// <param name="context">The write's context, in its transaction.</param>
    internal static GraphSnapshot OfWrite(GraphDbContext context)
        => new(context, context.Database.GetDbConnection(), context.Database.CurrentTransaction!.GetDbTransaction()) { IsBorrowed = true };

    private bool IsBorrowed { get; init; }

    /// <summary>Asks and translates; tracks nothing.</summary>
    public GraphDbContext Context { get; }

    /// <summary>The connection that the context uses, open.</summary>
    public DbConnection Connection { get; }

    /// <summary>The read transaction.</summary>
    public DbTransaction Transaction { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (IsBorrowed) return;
        if (_interruption is not null) await _interruption.DisposeAsync().ConfigureAwait(false);
        await Transaction.DisposeAsync().ConfigureAwait(false);
        await Context.DisposeAsync().ConfigureAwait(false);
    }
}
