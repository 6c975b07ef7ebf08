using System.Data.Common;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Subscriptions;
using GraphNews.Graph.Telemetry;

namespace GraphNews.Graph.Walk;

/// <summary>
/// One operation of a client: what engines resolve root fields with. Opens its read transaction with the first root
/// field, so that an operation on the schema alone costs no statement.
/// </summary>
public sealed class GraphOperation : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<GraphReader>> _open;
    private readonly Func<Exception, bool> _isUnavailable;
    private readonly VersionWait? _wait;
    private readonly WalkOptions _options;
    private readonly bool _withholds;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly MutationRun _mutations;
    private readonly GraphEvent? _happened;
    private readonly StatementTally _written = new();
    private GraphReader? _reader;

    /// <param name="caller">Who asks.</param>
    /// <param name="withholds">Whether some field below the root asks for more than the caller's role.</param>
    /// <param name="open">Opens the read transaction.</param>
    /// <param name="isUnavailable">Tells the faults of a database that is out of service for the moment.</param>
    /// <param name="mutations">Carries out mutations.</param>
    /// <param name="options">How much lists show.</param>
    /// <param name="wait">Waits for the version that is asked for at least; null if any will do.</param>
    /// <param name="happened">What a subscription is answered for; null for queries and mutations.</param>
    internal GraphOperation(
        Caller caller, bool withholds, Func<CancellationToken, Task<GraphReader>> open, Func<Exception, bool> isUnavailable, MutationRun mutations,
        WalkOptions options, VersionWait? wait, GraphEvent? happened)
    {
        _isUnavailable = isUnavailable;
        _wait = wait;
        Caller = caller;
        _withholds = withholds;
        _open = open;
        _mutations = mutations;
        _options = options;
        _happened = happened;
    }

    /// <summary>Who asks.</summary>
    public Caller Caller { get; }

    /// <summary>The graph version that the operation sees, or the last one that it made, or that of a write of which only the log is shown; null while it has read none.</summary>
    public long? Version { get; private set; }

    /// <summary>The graph version that the search index showed; null while it has not searched.</summary>
    public long? SearchVersion => _reader?.SearchVersion;

    /// <summary>How many statements it has run.</summary>
    public int Statements => _written.Statements + (_reader?.Tally.Statements ?? 0);

    /// <summary>How many rows these gave.</summary>
    public long Rows => _written.Rows + (_reader?.Tally.Rows ?? 0);

    /// <summary>Answers a root field with null, a value, a <see cref="Row"/>, or a list of these.</summary>
    /// <exception cref="Errors.GraphException">The client can mend it: engines report it at the field's path.</exception>
    public async Task<object?> ResolveAsync(Selection root, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (Caller.RefusalOf(root.Field) is { } refusal) throw refusal;
        try
        {
            return await AnswerAsync(root, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (_isUnavailable(fault) && !cancel.IsCancellationRequested)
        {
            throw new GraphException(
                ErrorCodes.DatabaseUnavailable,
                root.Field is MutationField
                    ? "The database is out of service for the moment. Whether this was written is not known: send it again in a few seconds, with the idempotencyKey that it had."
                    : "The database is out of service for the moment. Ask again in a few seconds.",
                fault);
        }
    }

    private async Task<object?> AnswerAsync(Selection root, CancellationToken cancel)
    {
        if (root.Field is MutationField)
        {
            // Engines run mutations one after another, each with its whole payload.
            (var payload, Version, var tally) = await _mutations.RunAsync(root, Caller, cancel).ConfigureAwait(false);
            _written.Add(tally);
            if (_withholds) new WithheldSlots(Caller).Fill(payload);
            return payload;
        }

        var answer = await ReadAsync(root, cancel).ConfigureAwait(false);
        Version ??= _happened?.Version;
        if (_withholds) new WithheldSlots(Caller).Fill(answer);
        return answer;
    }

    private async Task<object?> ReadAsync(Selection root, CancellationToken cancel)
    {
        try
        {
            return _happened is null
                ? await new GraphWalk(await OpenAsync(cancel).ConfigureAwait(false), _options).ResolveAsync(root, cancel).ConfigureAwait(false)
                : await _happened.ShowAsync(root, OpenAsync, _options, cancel).ConfigureAwait(false);
        }
        catch (DbException interrupted) when (cancel.IsCancellationRequested)
        {
            // Databases tell a statement that was interrupted as an error of its own.
            throw new OperationCanceledException("The statement was interrupted.", interrupted, cancel);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_reader is not null) await _reader.DisposeAsync().ConfigureAwait(false);
        _opening.Dispose();
    }

    private async Task<GraphReader> OpenAsync(CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_reader is { } open) return open;

            while (true)
            {
                var (reader, version) = await ReadVersionAsync(cancel).ConfigureAwait(false);
                if (_wait is null || _wait.IsMetBy(version))
                {
                    Version = version;
                    return _reader = reader;
                }

                // It holds no connection while it waits.
                await reader.DisposeAsync().ConfigureAwait(false);
                await _wait.PauseAsync(version, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<(GraphReader Reader, long Version)> ReadVersionAsync(CancellationToken cancel)
    {
        var reader = await _open(cancel).ConfigureAwait(false);
        try
        {
            return (reader, await GraphVersion.ReadAsync(reader, cancel).ConfigureAwait(false));
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

/// <summary>Begins operations on one storage. One per process.</summary>
public sealed class GraphOperations : IDisposable
{
    private readonly SchemaBinding _binding;
    private readonly IGraphStorage _storage;
    private readonly WalkOptions _options;
    private readonly GraphSearch _search;
    private readonly GraphWriter _writer;
    private readonly ChangeSignal _signal;
    private readonly ChangeOptions _changes;
    private readonly StatementCache _cache = new();

    /// <summary>Operations on a storage and its search, by a schema.</summary>
    public GraphOperations(SchemaBinding binding, IGraphStorage storage, GraphSearch search, GraphWriter writer, WalkOptions options, ChangeSignal signal, ChangeOptions changes)
    {
        _signal = signal;
        _changes = changes;
        _binding = binding;
        _storage = storage;
        _search = search;
        _writer = writer;
        _options = options;
    }

    /// <summary>Begins an operation.</summary>
    /// <param name="languages">The languages that the client prefers, best first.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="minVersion">The version that the answer must show at least; null if any will do.</param>
    /// <param name="happened">What a subscription is answered for; null for queries and mutations.</param>
    public GraphOperation Begin(IReadOnlyList<string> languages, Caller caller, long? minVersion = null, GraphEvent? happened = null)
    {
        var wait = minVersion is { } version ? new VersionWait(version, _signal, _changes, _writer.Time) : null;
        var preferred = new OperationLanguages(languages, _options.Languages);
        var showsText = _options.PublishesText || caller.Role >= CallerRole.Editor;
        GraphReader Read(GraphSnapshot snapshot) => new(_binding, _cache, preferred, snapshot, new OperationSearch(_search), showsText);
        async Task<GraphReader> OpenNewestAsync(CancellationToken cancel) => Read(await _storage.BeginReadAsync(cancel).ConfigureAwait(false));
        async Task<GraphReader> OpenReplicaAsync(CancellationToken cancel) => Read(await _storage.BeginReplicaReadAsync(cancel).ConfigureAwait(false));

        // What a subscriber is told of has happened: no replica may know it yet.
        return new GraphOperation(
            caller, _binding.HighestRoleBelowRoot > caller.Role, happened is null ? OpenReplicaAsync : OpenNewestAsync, _storage.IsUnavailable,
            new MutationRun(_writer, Read, OpenNewestAsync, _options), _options, wait, happened);
    }

    /// <summary>Opens the graph as it stands for reading what no client asked for, such as the log. The caller disposes it.</summary>
    internal async Task<GraphReader> OpenAsync(CancellationToken cancel)
        => new(_binding, _cache, new OperationLanguages([], _options.Languages), await _storage.BeginReadAsync(cancel).ConfigureAwait(false));

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
