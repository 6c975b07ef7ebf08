using GraphNews.Graph.Errors;
using GraphNews.Graph.Identity;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Storage;

namespace GraphNews.Graph.Changes;

/// <summary>
/// One write while it is made. Rows that <see cref="Context"/> loads are tracked: set their properties, add rows, remove
/// links. Refer to other rows by their ids. The writer derives the rest: versions, slugs, sort names, folded names,
/// what is hidden, the change log.
/// </summary>
public sealed class GraphEdit
{
    private readonly GraphState _state;
    private bool _saving;

    internal GraphEdit(IGraphStorage storage, GraphDbContext context, RowTables tables, GraphState state, Change change)
        => (Storage, Context, Tables, _state, Change) = (storage, context, tables, state, change);

    /// <summary>Loads rows to be changed. It shows what was saved, by earlier writes and by <see cref="SaveAsync"/>.</summary>
    public GraphDbContext Context { get; }

    /// <summary>The version that this write makes.</summary>
    public long Version => Change.Version;

    /// <summary>The version of the rules that all derived name columns follow.</summary>
    internal int FoldingVersion
    {
        get => _state.FoldingVersion;
        set => _state.FoldingVersion = value;
    }

    internal IGraphStorage Storage { get; }

    internal RowTables Tables { get; }

    /// <summary>What was added since the last save.</summary>
    internal NewRows New { get; } = new();

    internal Change Change { get; }

    /// <summary>Facts that must have a source by the end.</summary>
    internal HashSet<long> Doubtful { get; } = [];

    /// <summary>How many entries the change log has of this write.</summary>
    internal int Entries { get; set; }

    internal bool HasChanges => Entries > 0;

    /// <summary>Whether what an import notes about itself is kept though the graph did not change.</summary>
    internal bool KeepsNotes { get; set; }

    /// <summary>Whether nothing is kept but such notes.</summary>
    internal bool HasOnlyNotes => KeepsNotes && !HasChanges;

    /// <summary>
    /// Adds an entity, a fact or a citation and gives it its id. An entity without a slug gets one from its name; a slug
    /// that is taken gets <c>-2</c>.
    /// </summary>
    /// <returns>The same row, its <see cref="GraphRow.Id"/> set.</returns>
    public T Add<T>(T row)
        where T : NodeRow
    {
        ArgumentNullException.ThrowIfNull(row);
        return Add(row, _state.NextNodeId++);
    }

    /// <summary>Adds a node with the id that a bundle carries, which nobody else has.</summary>
    internal T Add<T>(T row, long id)
        where T : NodeRow
    {
        row.Id = id;
        row.Node = new Node
        {
            Id = row.Id,
            Kind = Tables[row].Kind!.Value,
            CanonicalId = row.Id,
            CreatedVersion = Version,
            UpdatedVersion = Version,
        };

        // Filled in when saved.
        if (row is Entity { Slug: null } entity) entity.Slug = "";
        New.Add(row);
        return row;
    }

    /// <summary>Adds a link, a text or an identifier and gives it its id.</summary>
    /// <returns>The same row, its <see cref="GraphRow.Id"/> set.</returns>
    public T AddLink<T>(T row)
        where T : GraphRow
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row is NodeRow) throw new ArgumentException($"A {row.GetType().Name} is a node: use {nameof(Add)}.", nameof(row));
        row.Id = _state.NextNodeId++;
        New.Add(row);
        return row;
    }

    /// <summary>Removes a link, a text or an identifier; the change log keeps what it was. Nodes are retracted instead.</summary>
    public void Remove(GraphRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row is NodeRow) throw new ArgumentException($"A {row.GetType().Name} is a node: use {nameof(RetractAsync)}.", nameof(row));
        if (!New.Remove(row)) Context.Remove(row);
    }

    /// <summary>The id of a node that is added next.</summary>
    internal long NewId() => _state.NextNodeId++;

    /// <summary>
    /// Writes what has been changed so far, so that questions to <see cref="Context"/> see it. The transaction goes on;
    /// the writer saves by itself at the end.
    /// </summary>
    /// <exception cref="GraphException">A change breaks a rule of the graph.</exception>
    public Task SaveAsync(CancellationToken cancel) => SaveStepAsync(referencesAreSettled: false, isLast: false, cancel);

    /// <summary>Writes what has been changed so far; nobody changes new rows any more.</summary>
    /// <exception cref="GraphException">A change breaks a rule of the graph.</exception>
    internal Task SaveLastAsync(CancellationToken cancel) => SaveStepAsync(referencesAreSettled: false, isLast: true, cancel);

    /// <summary>Lets one node stand for another from now on, as a judgement says that they are the same.</summary>
    /// <param name="loserId">The node that is shown no more; its id and slug lead to the winner.</param>
    /// <param name="winnerId">The node that stands for both; where it was merged itself, what stands for it is shown.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <exception cref="GraphException">
    /// UNKNOWN_NODE, KINDS_DIFFER, ALREADY_MERGED, RETRACTED, or MERGE_CONFLICT where a fact says that they differ.
    /// </exception>
    internal Task MergeAsync(long loserId, long winnerId, CancellationToken cancel)
        => new Merging(this).MergeAsync(loserId, winnerId, cancel);

    /// <summary>Takes a merge back: every reference points again at what was said.</summary>
    /// <param name="loserId">The node that was merged into another.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <exception cref="GraphException">UNKNOWN_NODE or NOT_MERGED.</exception>
    internal Task UndoMergeAsync(long loserId, CancellationToken cancel) => new Merging(this).UndoAsync(loserId, cancel);

    /// <summary>Retracts a node: answers leave it out, with all facts and links that hang on it.</summary>
    /// <exception cref="GraphException">UNKNOWN_NODE, ALREADY_MERGED, or RETRACTED if it is already.</exception>
    public Task RetractAsync(long nodeId, CancellationToken cancel) => new Retraction(this).RetractAsync(nodeId, cancel);

    /// <summary>Takes a retraction back: what hangs on the node shows again, unless it is hidden for another reason.</summary>
    /// <exception cref="GraphException">UNKNOWN_NODE or NOT_RETRACTED.</exception>
    public Task RestoreAsync(long nodeId, CancellationToken cancel) => new Retraction(this).RestoreAsync(nodeId, cancel);

    /// <summary>A node, tracked.</summary>
    /// <exception cref="GraphException">There is none with the id.</exception>
    internal async Task<Node> NodeAsync(long id, CancellationToken cancel)
        => New.Node(id) ?? await Context.Nodes.FindAsync([id], cancel).ConfigureAwait(false)
            ?? throw new GraphException(ErrorCodes.UnknownNode, $"There is no node {id}.");

    /// <summary>Writes an entry of the change log for what no column shows any more.</summary>
    internal async Task NoteAsync(ChangeEntry entry, CancellationToken cancel)
    {
        if (Entries == 0) Context.Changes.Add(Change);
        (entry.Version, entry.Ordinal) = (Version, Entries++);
        Context.ChangeEntries.Add(entry);
        (await NodeAsync(entry.NodeId, cancel).ConfigureAwait(false)).UpdatedVersion = Version;
        Context.ChangeTracker.DetectChanges();
        await Context.SaveChangesAsync(cancel).ConfigureAwait(false);
    }

    internal async Task SaveStepAsync(bool referencesAreSettled, bool isLast, CancellationToken cancel)
    {
        if (_saving) throw new InvalidOperationException("An edit saves one step at a time: await each before the next.");
        _saving = true;
        try
        {
            await new EditSaving(this).RunAsync(referencesAreSettled, isLast, cancel).ConfigureAwait(false);
        }
        finally
        {
            _saving = false;
        }
    }
}
