namespace GraphNews.Graph.Storage;

/// <summary>
/// Where the graph is kept. All that differs between database products stands behind this: provider and migrations,
/// how a reader sees one version, how writers queue for the next one, what is tried again.
/// </summary>
public interface IGraphStorage
{
    /// <summary>The product's name as the setting <c>Database:Provider</c> spells it, such as <c>Sqlite</c>.</summary>
    string Product { get; }

    /// <summary>
    /// Creates the database if there is none, checks that an existing one is ours, and brings its tables up to date
    /// under a lock, so that servers may start together. A database that is refused is left untouched.
    /// </summary>
    /// <exception cref="Errors.GraphStartupException">It cannot be used; the message says why and what to do.</exception>
    Task OpenAsync(CancellationToken cancel);

    /// <summary>
    /// A context with a connection of its own that tracks nothing: for translating questions and for looking around
    /// outside an operation. The caller disposes it.
    /// </summary>
    GraphDbContext CreateContext();

    /// <summary>
    /// Begins to read. All statements of the snapshot see one version, which is fixed by its first read, whatever is
    /// written meanwhile; it keeps no writer waiting. The caller disposes it.
    /// </summary>
    ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel);

    /// <summary>
    /// Begins to read for a client's answer, from a replica where there is one that works. It shows one version as every
    /// snapshot does, which may be older than the newest. The caller disposes it.
    /// </summary>
    ValueTask<GraphSnapshot> BeginReplicaReadAsync(CancellationToken cancel) => BeginReadAsync(cancel);

    /// <summary>
    /// Runs a write in one transaction that holds the <c>Graph</c> row before it reads anything: writers queue here, and
    /// each sees all that the one before it wrote. Commits if the write returns true, rolls back if it returns false or
    /// throws. Where the product asks for it, the whole write is run again, with a new context.
    /// </summary>
    /// <param name="write">Reads and writes with a context that tracks; it saves by itself.</param>
    /// <param name="cancel">Cancels waiting and writing.</param>
    Task<bool> WriteAsync(Func<GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel);

    /// <summary>
    /// Inserts rows into one table in the context's transaction, as fast as the product can: not one statement a row
    /// where each has a way to go.
    /// </summary>
    /// <param name="context">The context of a write.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows, each after those that it refers to. The context does not track them.</param>
    /// <param name="cancel">Cancels the write.</param>
    Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel);

    /// <summary>
    /// Returns when another process may have written, and after the time at the latest. A product that tells of writes by
    /// itself returns as soon as it does, also for what it told since the last call; others have to be asked again.
    /// </summary>
    /// <param name="atMost">The longest wait.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task WaitForWriteAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancel) => Task.Delay(atMost, time, cancel);

    /// <summary>
    /// Whether a fault means that the database is out of service for the moment, so that the same may succeed a little
    /// later: it is stopped, starts, breaks down or cannot be reached, or somebody else holds what is needed.
    /// </summary>
    /// <param name="fault">What went wrong while it was asked or written.</param>
    bool IsUnavailable(Exception fault) => false;
}
