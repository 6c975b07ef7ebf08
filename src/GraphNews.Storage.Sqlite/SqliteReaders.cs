using System.Collections.Concurrent;
using GraphNews.Graph;
using GraphNews.Graph.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace GraphNews.Storage.Sqlite;

/// <summary>
/// The connections by which the graph is read. They stay open with their prepared commands: to open one, and to prepare
/// what a named operation asks, takes longer than to answer it. Those that nobody uses hold no lock. Where all are in use
/// one waits for another's end: a connection more would only share the processors, and forget what it prepared.
/// </summary>
internal sealed class SqliteReaders(DbContextOptions<GraphDbContext> options) : IDisposable
{
    /// <summary>SQLite works on the thread that asks: more would have nothing to work with. Each keeps some megabytes.</summary>
    internal static readonly int Most = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>How long nobody may have ended before one opens a connection more: exports and slow questions are not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>How often one is patient, however many end meanwhile.</summary>
    private const int MostWaits = 20;

    private readonly ConcurrentStack<SqliteReader> _idle = new();
#pragma warning disable CA2213 // Nobody asks for its handle, so it holds nothing; snapshots may end after the pool.
    private readonly SemaphoreSlim _places = new(Most, Most);
#pragma warning restore CA2213
    private volatile bool _closed;
    private long _ended;

    /// <summary>Begins to read; the snapshot's end gives the connection back.</summary>
    public async ValueTask<GraphSnapshot> BeginAsync(CancellationToken cancel)
    {
        var hasPlace = await WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!_idle.TryPop(out var reader)) reader = await OpenAsync(cancel).ConfigureAwait(false);
            return Begin(reader, hasPlace, cancel);
        }
        catch
        {
            if (hasPlace) Leave();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var reader)) reader.Dispose();
    }

    /// <summary>Waits for a place while others end; whether there was one.</summary>
    private async ValueTask<bool> WaitAsync(CancellationToken cancel)
    {
        for (var wait = 0; wait < MostWaits; wait++)
        {
            var ended = Interlocked.Read(ref _ended);
            if (await _places.WaitAsync(Patience, cancel).ConfigureAwait(false)) return true;
            if (Interlocked.Read(ref _ended) == ended) return false;
        }

        return false;
    }

    private void Leave()
    {
        Interlocked.Increment(ref _ended);
        _places.Release();
    }

    private static GraphSnapshot Begin(SqliteReader reader, bool hasPlace, CancellationToken cancel)
    {
        try
        {
            return reader.Begin(hasPlace, cancel);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private async Task<SqliteReader> OpenAsync(CancellationToken cancel)
    {
        var context = new GraphDbContext(options);
        try
        {
            await context.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
            return new SqliteReader(this, context);
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void TakeBack(SqliteReader reader)
    {
        if (_idle.Count >= Most) reader.Dispose();
        else _idle.Push(reader);

        // It may have been closed meanwhile.
        if (_closed) Dispose();
    }

    /// <summary>One open connection, which belongs to one snapshot at a time.</summary>
    private sealed class SqliteReader(SqliteReaders pool, GraphDbContext context) : IAsyncDisposable, IDisposable
    {
        private readonly SqliteConnection _connection = (SqliteConnection)context.Database.GetDbConnection();
        private readonly KeptCommands _commands = new();
        private SqliteTransaction? _transaction;
        private CancellationTokenRegistration _interruption;
        private bool _hasPlace;

        /// <summary>Begins a snapshot.</summary>
        /// <param name="hasPlace">Whether it is one of those that others wait for.</param>
        /// <param name="cancel">Interrupts its statements.</param>
        public GraphSnapshot Begin(bool hasPlace, CancellationToken cancel)
        {
            _hasPlace = hasPlace;

            // Deferred: the lock is a reader's, taken by the first read. EF Core's own transactions lock out writers.
            _transaction = _connection.BeginTransaction(deferred: true);
            context.Database.UseTransaction(_transaction);

            // The provider looks at a token between rows only; a statement that counts or sorts has none for long.
            _interruption = cancel.Register(() => raw.sqlite3_interrupt(_connection.Handle));
            return new GraphSnapshot(context, _connection, _transaction, _commands, this);
        }

        /// <summary>Ends the snapshot.</summary>
        public async ValueTask DisposeAsync()
        {
            // Nothing may interrupt those who come after.
            await _interruption.DisposeAsync().ConfigureAwait(false);
            var hasPlace = _hasPlace;
            try
            {
                _transaction?.Dispose();
                context.Database.UseTransaction(null);
                pool.TakeBack(this);
            }
            catch
            {
                Dispose();
                throw;
            }
            finally
            {
                if (hasPlace) pool.Leave();
            }
        }

        /// <summary>Closes the connection.</summary>
        public void Dispose()
        {
            _commands.Dispose();
            _transaction?.Dispose();
            context.Dispose();
        }
    }
}
