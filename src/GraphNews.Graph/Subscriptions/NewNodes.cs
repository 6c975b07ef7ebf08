using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Subscriptions;

/// <summary>
/// Nodes of one kind as they are recorded, filtered as the list of that kind is: by the same condition on the same rows, with
/// one statement for all that a write brings.
/// </summary>
internal sealed class NewNodes : Subscription
{
    private readonly NodeKind _kind;

    private NewNodes(NodeKind kind) => _kind = kind;

    public static NewNodes Of<TNode>()
        where TNode : NodeRow
        => new(Enum.Parse<NodeKind>(typeof(TNode).Name));

    public override async Task CheckAsync(GraphReader reader, Selection root, WalkOptions options, CancellationToken cancel)
        => await FilterNode.OfAsync(reader, List(reader).Target, root.Arguments, cancel).ConfigureAwait(false);

    public override async Task<IReadOnlyList<GraphEvent>> MatchAsync(LoggedWrite write, Selection root, WriteLog log, WalkOptions options, CancellationToken cancel)
    {
        long[] recorded = [.. write.Nodes.Where(node => node.IsNew && node.Kind == _kind).Select(node => node.Id)];
        if (recorded.Length == 0) return [];

        var fitting = new HashSet<long>(recorded);
        if (root.Arguments.GetValueOrDefault("where") is not null)
        {
            var reader = await log.OpenAsync(cancel).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false)) fitting = await FittingAsync(reader, recorded, root, options, cancel).ConfigureAwait(false);
        }

        return [.. recorded.Where(fitting.Contains).Select(id => new Recorded(this, write.Version, id))];
    }

    private ListingField List(GraphReader reader) => reader.Binding.Query.Fields.OfType<ListingField>().Single(list => list.Target.Kind == _kind);

    private async Task<HashSet<long>> FittingAsync(GraphReader reader, long[] recorded, Selection root, WalkOptions options, CancellationToken cancel)
    {
        var fitting = new HashSet<long>();
        foreach (var some in recorded.Chunk(options.MaxPageSize))
        {
            var rows = await RowsAsync(reader, some, root, OnlyId.Instance, options, cancel).ConfigureAwait(false);
            fitting.UnionWith(rows.Select(row => NodeId.TryDecode((string)row["id"]!, out _, out var id) ? id : 0));
        }

        return fitting;
    }

    /// <summary>Those of the nodes that show and fit.</summary>
    private Task<IReadOnlyList<Row>> RowsAsync(GraphReader reader, long[] ids, Selection root, SelectionSet selected, WalkOptions options, CancellationToken cancel)
    {
        var among = Input("id", Input("in", ids.Select(id => (object?)NodeId.Encode(_kind.ToString(), id)).ToList()));
        var where = root.Arguments.GetValueOrDefault("where") is { } given ? Input("and", new List<object?> { given, among }) : among;
        var arguments = new Dictionary<string, object?> { ["where"] = where, ["first"] = ids.Length };
        return new GraphWalk(reader, options).ListRowsAsync(List(reader), arguments, selected, cancel);
    }

    private static Dictionary<string, object?> Input(string name, object? value) => new() { [name] = value };

    /// <summary>A node that was recorded.</summary>
    private sealed class Recorded(NewNodes subscription, long version, long id) : GraphEvent(version)
    {
        internal override async Task<object?> ShowAsync(Selection root, Func<CancellationToken, Task<GraphReader>> open, WalkOptions options, CancellationToken cancel)
        {
            var reader = await open(cancel).ConfigureAwait(false);
            if (await subscription.RowsAsync(reader, [id], root, root.Children!, options, cancel).ConfigureAwait(false) is [var row]) return row;

            IsGone = true;
            throw new GraphException(ErrorCodes.UnknownNode, "It was changed or retracted since.");
        }
    }

    private sealed class OnlyId : SelectionSet
    {
        public static OnlyId Instance { get; } = new();

        protected override IReadOnlyList<ShownField> Collect(ObjectBinding type) => [new ShownField(new Selection("id", type.Field("id"), new Dictionary<string, object?>(), null))];
    }
}
