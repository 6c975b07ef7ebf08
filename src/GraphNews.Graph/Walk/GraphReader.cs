using GraphNews.Graph.Binding;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Telemetry;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Reads one version of the graph for one operation: one connection, one read transaction, one statement at a time,
/// however many root fields run.
/// </summary>
internal sealed class GraphReader(
    SchemaBinding binding, StatementCache cache, OperationLanguages languages, GraphSnapshot snapshot, OperationSearch? search = null, bool showsText = false)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public SchemaBinding Binding => binding;

    public OperationLanguages Languages => languages;

    /// <summary>Whether who asks gets the texts of articles beyond the quotes that are cited.</summary>
    public bool ShowsText => showsText;

    /// <summary>What the operation searches with.</summary>
    public OperationSearch Search => search ?? throw new InvalidOperationException("This reader has no search.");

    /// <summary>The graph version at which the operation searched; null if it did not.</summary>
    public long? SearchVersion => search?.Version;

    /// <summary>The statements that it has run.</summary>
    public StatementTally Tally => snapshot.Context.Tally;

    /// <summary>Compiles a statement if its shape is new, and runs it.</summary>
    /// <param name="describe">Tells the shape and gives the values.</param>
    /// <param name="compile">Compiles the shape, taking up the values in the same order.</param>
    /// <param name="run">Runs it.</param>
    /// <param name="cancel">Ends the wait and the statement.</param>
    public async Task<TResult> RunAsync<TPlan, TResult>(
        Action<ShapeKey> describe, Func<StatementScope, TPlan> compile,
        Func<TPlan, GraphSnapshot, IReadOnlyList<object>, CancellationToken, Task<TResult>> run, CancellationToken cancel)
        where TPlan : class
    {
        var key = new ShapeKey();
        describe(key);
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var plan = cache.Get(key.ToString(), () => Compile(compile, key));
            return await run(plan, snapshot, key.Values, cancel).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Asks the snapshot by EF Core, in turn with the other statements: for questions whose text is always the same.</summary>
    public async Task<TResult> AskAsync<TResult>(Func<GraphDbContext, CancellationToken, Task<TResult>> ask, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await ask(snapshot.Context, cancel).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        search?.Dispose();
        await snapshot.DisposeAsync().ConfigureAwait(false);
    }

    private TPlan Compile<TPlan>(Func<StatementScope, TPlan> compile, ShapeKey key)
    {
        var context = snapshot.Context;
        var values = new StatementValues(key.Values, context.Model, context.GetService<IRelationalTypeMappingSource>());
        var plan = compile(new StatementScope(context, binding, values, languages));
        return values.Taken == key.Values.Count
            ? plan
            : throw new InvalidOperationException($"The shape gives {key.Values.Count} values, its statement takes {values.Taken}: {key}");
    }
}
