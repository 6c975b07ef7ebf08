using System.Data.Common;
using GraphNews.Graph.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Storage;

/// <summary>
/// One operation's view of the graph: one connection, one read transaction, one version. Statements run one after
/// another on it. Commands made on <see cref="Connection"/> by hand need <see cref="Transaction"/> set.
/// </summary>
public sealed class GraphSnapshot : IAsyncDisposable
{
    private readonly bool _isKept;
    private IAsyncDisposable? _lease;

    /// <summary>A snapshot of an open connection; it disposes the transaction and the context with its connection.</summary>
    /// <param name="context">Tracks nothing and takes part in the transaction.</param>
    /// <param name="connection">The context's connection, open.</param>
    /// <param name="transaction">A read transaction on it.</param>
    public GraphSnapshot(GraphDbContext context, DbConnection connection, DbTransaction transaction)
        : this(context, connection, transaction, isKept: false) => context.Tally = new StatementTally();

    /// <summary>A snapshot of a connection that stays open for others, with the commands that were made for it.</summary>
    /// <param name="context">Tracks nothing and takes part in the transaction.</param>
    /// <param name="connection">The context's connection, open.</param>
    /// <param name="transaction">A read transaction on it.</param>
    /// <param name="commands">The connection's commands.</param>
    /// <param name="lease">What ends the transaction and gives the connection back.</param>
    public GraphSnapshot(GraphDbContext context, DbConnection connection, DbTransaction transaction, KeptCommands commands, IAsyncDisposable lease)
        : this(context, connection, transaction, isKept: true) => (context.Tally, Commands, _lease) = (new StatementTally(), commands, lease);

    private GraphSnapshot(GraphDbContext context, DbConnection connection, DbTransaction transaction, bool isKept)
        => (Context, Connection, Transaction, _isKept) = (context, connection, transaction, isKept);

    /// <summary>What a write shows of itself, by its own connection and transaction, which it keeps.</summary>
    /// <param name="context">The write's context, in its transaction.</param>
    internal static GraphSnapshot OfWrite(GraphDbContext context)
        => new(context, context.Database.GetDbConnection(), context.Database.CurrentTransaction!.GetDbTransaction(), isKept: true);

    /// <summary>Asks and translates; tracks nothing.</summary>
    public GraphDbContext Context { get; }

    /// <summary>The connection that the context uses, open.</summary>
    public DbConnection Connection { get; }

    /// <summary>The read transaction.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>The commands that the connection has kept; null where it keeps none.</summary>
    internal KeptCommands? Commands { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isKept)
        {
            // Once: by then the connection may be somebody else's.
            if (Interlocked.Exchange(ref _lease, null) is { } lease) await lease.DisposeAsync().ConfigureAwait(false);
            return;
        }

        await Transaction.DisposeAsync().ConfigureAwait(false);
        await Context.DisposeAsync().ConfigureAwait(false);
    }
}
