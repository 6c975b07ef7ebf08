using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Search;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Answers a root field: its statement, then level by level one statement for each list edge, each for all parents at
/// once. Never more statements with a larger answer.
/// </summary>
internal sealed class GraphWalk(GraphReader reader, WalkOptions options)
{
    public async Task<object?> ResolveAsync(Selection root, CancellationToken cancel)
    {
        switch (root.Field)
        {
            case LookupField field:
                return await LookUpAsync(field, root, cancel).ConfigureAwait(false);
            case ListingField field:
                var (lists, found) = await ListAsync(
                    ListSource.Root(field), field.Connection, field.Listing.DefaultOrder, root, cancel).ConfigureAwait(false);
                await FollowAsync(found, cancel).ConfigureAwait(false);
                return lists(0);
            case NodeLookupField field:
                return await LookUpNodesAsync(field, root, cancel).ConfigureAwait(false);
            case SearchField field:
                var (hits, nodes) = await SearchPages.AnswerAsync(reader, field, root, options, NodesAsync, cancel).ConfigureAwait(false);
                await FollowAsync(nodes, cancel).ConfigureAwait(false);
                return hits;
            case MethodField field:
                return await AnswerAsync(field, root, cancel).ConfigureAwait(false);
            default:
                throw new InvalidOperationException($"{root.Field.Name} is no field of the root.");
        }
    }

    /// <summary>What a mutation shows of itself.</summary>
    public async Task<Row> ShowAsync(Selection root, MutationPayload payload, CancellationToken cancel)
    {
        var type = ((MutationField)root.Field).Payload;
        var selections = root.Children!.For(type);
        var (row, rows) = (new Row(new RowShape(type, selections), 0), new PlainRows(options));
        for (var slot = 0; slot < selections.Count; slot++)
        {
            var selection = selections[slot];
            switch (selection.Field.Name)
            {
                case "version":
                    row[slot] = payload.Version;
                    break;
                case "errors" when payload.Error is { } error:
                    row[slot] = new List<object?> { rows.Show(error, reader.Binding.Objects[error.GetType().Name], selection.Children) };
                    break;
                case "tombstone" when payload.Node is { } node:
                    var tombstones = await Tombstone.FindAsync(reader, [node], cancel).ConfigureAwait(false);
                    row[slot] = rows.Show(tombstones.GetValueOrDefault(node), reader.Binding.Objects[nameof(Tombstone)], selection.Children);
                    break;
                case var name when name == payload.Field:
                    rows.Refer(row, slot, payload.Node!, selection);
                    break;
            }
        }

        await FillAsync(rows, cancel).ConfigureAwait(false);
        return row;
    }

    /// <summary>Reads the nodes that plain objects refer to, with all that is selected of them.</summary>
    public async Task FillAsync(PlainRows rows, CancellationToken cancel)
        => await FollowAsync(await ReferencesAsync(rows, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);

    /// <summary>The rows of a list, without the connection around them.</summary>
    public async Task<IReadOnlyList<Row>> ListRowsAsync(
        ListingField field, IReadOnlyDictionary<string, object?> arguments, SelectionSet selected, CancellationToken cancel)
    {
        var source = ListSource.Root(field);
        var where = await FilterNode.OfAsync(reader, field.Target, arguments, cancel).ConfigureAwait(false);
        var request = ListRequest.Connection(source.Mark, field.Target, ListOrder.Default(field.Listing.DefaultOrder), where, arguments, options);
        var pages = await ListReader.ReadAsync(reader, source, request, null, [selected], cancel).ConfigureAwait(false);
        await FollowAsync(Below(pages, [selected]), cancel).ConfigureAwait(false);
        return pages.RowsOf(0);
    }

    private async Task<Row?> LookUpAsync(LookupField field, Selection root, CancellationToken cancel)
    {
        var found = await EntityLookup.FindAsync(reader, field, root, cancel).ConfigureAwait(false);
        await FollowAsync([found], cancel).ConfigureAwait(false);
        return found.Rows.SingleOrDefault();
    }

    private async Task<object?> AnswerAsync(MethodField field, Selection root, CancellationToken cancel)
    {
        var answer = await PlainValues.OfRootAsync(reader, field, root, options, cancel).ConfigureAwait(false);
        var rows = new PlainRows(options);
        var shown = rows.Show(answer, field.Target, root.Children);
        await FillAsync(rows, cancel).ConfigureAwait(false);
        return shown;
    }

    /// <summary>One node, or a list: what was retracted has left a tombstone, and an id that leads nowhere gives null.</summary>
    private async Task<object?> LookUpNodesAsync(NodeLookupField field, Selection root, CancellationToken cancel)
    {
        var keys = field.Lookup == NodeLookup.OfSlug
            ? await EntitySlug.FindAsync(reader, (string)root.Arguments[field.Lookup.Argument]!, cancel).ConfigureAwait(false)
            : NodeLookupIds.Of(field, root, options);
        var (rows, found) = await NodesAsync([.. keys.Distinct()], root.Children!, cancel).ConfigureAwait(false);
        await FollowAsync(found, cancel).ConfigureAwait(false);
        var shown = rows.ToDictionary(row => row.Key, object? (row) => row.Value);
        var missing = keys.Where(key => !shown.ContainsKey(key)).Distinct().ToList();
        if (missing.Count > 0)
        {
            var (plain, type) = (new PlainRows(options), reader.Binding.Objects[nameof(Tombstone)]);
            foreach (var (key, tombstone) in await Tombstone.FindAsync(reader, missing, cancel).ConfigureAwait(false))
                shown[key] = plain.Show(tombstone, type, root.Children);
        }

        return field.Lookup != NodeLookup.Many ? keys.Select(key => shown.GetValueOrDefault(key)).SingleOrDefault() : keys.Select(key => shown.GetValueOrDefault(key)).ToList();
    }

    private async Task FollowAsync(IReadOnlyList<Found> level, CancellationToken cancel)
    {
        while (level.Count > 0)
        {
            var next = new List<Found>();
            foreach (var found in level.SelectMany(WithJoined)) await FollowAsync(found, next, cancel).ConfigureAwait(false);
            level = next;
        }
    }

    /// <summary>The rows and those that are joined into them, which lie in the same statement.</summary>
    private static IEnumerable<Found> WithJoined(Found found)
    {
        yield return found;
        foreach (var (slot, _, plan) in found.Plan.Joined)
        {
            var rows = new List<Row>(found.Rows.Count);
            foreach (var row in found.Rows)
            {
                if (row[slot] is Row joined && joined.Shape == plan.Shape) rows.Add(joined);
            }

            if (rows.Count == 0) continue;

            var selected = found.Selected.For(found.Plan.Shape.Type)[slot].Children!;
            foreach (var below in WithJoined(new Found(plan, selected, rows))) yield return below;
        }
    }

    private async Task FollowAsync(Found found, List<Found> next, CancellationToken cancel)
    {
        var type = found.Plan.Shape.Type;
        var selections = found.Selected.For(type);
        foreach (var (slot, _) in found.Plan.Edges)
        {
            var selection = selections[slot];
            var parents = found.Rows.Select(row => row.Key).Distinct().ToList();
            try
            {
                var (lists, below) = selection.Field is EdgeField field
                    ? await ListAsync(
                        ListSource.Of(field, type, parents, selection.Arguments), field.Connection, field.Edge.DefaultOrder, selection, cancel).ConfigureAwait(false)
                    : await AnswersAsync((MethodField)selection.Field, parents, selection, cancel).ConfigureAwait(false);
                foreach (var row in found.Rows) row[slot] = lists(row.Key);
                next.AddRange(below);
            }
            catch (GraphException refusal)
            {
                // The engine reports it at the path of each parent.
                foreach (var row in found.Rows) row[slot] = refusal;
            }
        }

        foreach (var (slot, _) in found.Plan.References)
        {
            var keys = found.Rows.Select(row => row[slot]).OfType<NodeKey>().Distinct().ToList();
            var (rows, below) = await NodesAsync(keys, selections[slot].Children!, cancel).ConfigureAwait(false);
            foreach (var row in found.Rows)
                row[slot] = row[slot] is NodeKey key ? rows.GetValueOrDefault(key) : null;
            next.AddRange(below);
        }
    }

    private async Task<(Func<long, object?> Lists, IReadOnlyList<Found> Below)> ListAsync(
        ListSource source, ObjectBinding? connection, IReadOnlyList<System.Linq.Expressions.LambdaExpression> declaredOrder,
        Selection selection, CancellationToken cancel)
    {
        var defaultOrder = ListOrder.Default(declaredOrder);
        if (connection is null)
        {
            var plain = ListRequest.Plain(defaultOrder, options);
            var pages = await ListReader.ReadAsync(reader, source, plain, null, [selection.Children!], cancel).ConfigureAwait(false);
            return (parent => pages.Of(parent).Items.Select(item => (object?)item.Views[0]).ToList(), Below(pages, [selection.Children!]));
        }

        var where = await FilterNode.OfAsync(reader, source.Target, selection.Arguments, cancel).ConfigureAwait(false);
        var request = ListRequest.Connection(source.Mark, source.Target, defaultOrder, where, selection.Arguments, options);
        var parts = new ConnectionSelection(connection, selection.Children!);
        var read = await ListReader.ReadAsync(reader, source, request, parts, parts.Views, cancel).ConfigureAwait(false);
        var mark = parts.Places ? request.Mark : "";
        return (parent => parts.Build(read.Of(parent), mark), Below(read, parts.Views));
    }

    private async Task<(Func<long, object?> Lists, IReadOnlyList<Found> Below)> AnswersAsync(
        MethodField field, IReadOnlyList<long> parents, Selection selection, CancellationToken cancel)
    {
        var answers = await PlainValues.OfParentsAsync(reader, field, parents, selection, options, cancel).ConfigureAwait(false);
        if (answers.Values.Any(answer => answer is NodeKey or IReadOnlyList<NodeKey>))
        {
            var keys = answers.Values.SelectMany(answer => answer is NodeKey one ? [one] : answer as IReadOnlyList<NodeKey> ?? []).Distinct().ToList();
            var (nodes, below) = await NodesAsync(keys, selection.Children!, cancel).ConfigureAwait(false);
            return (parent => answers.GetValueOrDefault(parent) switch
            {
                NodeKey key => nodes.GetValueOrDefault(key),
                IReadOnlyList<NodeKey> several => several.Select(key => nodes.GetValueOrDefault(key)).OfType<Row>().ToList<object?>(),
                _ => null,
            }, below);
        }

        var rows = new PlainRows(options);
        var shown = answers.ToDictionary(answer => answer.Key, answer => rows.Show(answer.Value, field.Target, selection.Children));
        return (parent => shown.GetValueOrDefault(parent), await ReferencesAsync(rows, cancel).ConfigureAwait(false));
    }

    /// <summary>Reads the nodes that plain objects refer to: those of one selection together.</summary>
    private async Task<IReadOnlyList<Found>> ReferencesAsync(PlainRows rows, CancellationToken cancel)
    {
        var below = new List<Found>();
        foreach (var some in rows.References.GroupBy(reference => reference.Selected))
        {
            var keys = some.SelectMany(reference => reference.Keys).Distinct().ToList();
            var (nodes, found) = await NodesAsync(keys, some.Key, cancel).ConfigureAwait(false);
            foreach (var reference in some) reference.Fill(nodes);
            below.AddRange(found);
        }

        return below;
    }

    private static List<Found> Below(ListPages pages, IReadOnlyList<SelectionSet> views)
        => pages.Plan is not { } plan
            ? []
            : [.. views.Select((view, index) => new Found(plan.Views[index], view, pages.RowsOf(index)))];

    private async Task<(IReadOnlyDictionary<NodeKey, Row> Rows, IReadOnlyList<Found> Below)> NodesAsync(
        IReadOnlyCollection<NodeKey> keys, SelectionSet selected, CancellationToken cancel)
    {
        var rows = new Dictionary<NodeKey, Row>();
        var below = new List<Found>();
        foreach (var kind in keys.GroupBy(key => key.Kind).OrderBy(group => group.Key))
        {
            var type = reader.Binding.ObjectsByKind[kind.Key];
            var (plan, found) = await RowsByKey.OfIdsAsync(reader, type, [.. kind.Select(key => key.Id)], selected, cancel).ConfigureAwait(false);
            foreach (var (id, row) in found) rows.Add(new NodeKey(kind.Key, id), row);
            below.Add(new Found(plan, selected, [.. found.Values]));
        }

        return (rows, below);
    }
}

/// <summary>Rows that were read, whose edges are not yet followed.</summary>
internal sealed record Found(RowPlan Plan, SelectionSet Selected, IReadOnlyList<Row> Rows);
