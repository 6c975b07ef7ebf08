namespace GraphNews.Graph.Walk;

/// <summary>Runs the statements of a list: its rows, and what else is asked of it.</summary>
internal static class ListReader
{
    /// <summary>The pages of all parents. One statement for the rows, one for the count, and only where a cursor was
    /// given and the page on its far side is asked about, one for that.</summary>
    public static async Task<ListPages> ReadAsync(
        GraphReader reader, ListSource source, ListRequest request, ConnectionSelection? parts,
        IReadOnlyList<SelectionSet> views, CancellationToken cancel)
    {
        var after = Place(request.After, request);
        var before = Place(request.Before, request);
        var places = parts is { Places: true };

        ListPlan? plan = null;
        IReadOnlyList<ListItem> items = [];
        if (parts is not { NeedsRows: false })
        {
            (plan, items) = await reader.RunAsync(
                key => ListPlan.Describe(source, request, after, before, request.Limit + 1, views, places, reader.Languages, key),
                scope => ListPlan.Compile(scope, source, request, after is not null, before is not null, views, places),
                async (compiled, snapshot, values, token) => (compiled, (IReadOnlyList<ListItem>)await compiled.ReadAsync(snapshot, values, token).ConfigureAwait(false)),
                cancel).ConfigureAwait(false);
        }

        var total = parts is { NeedsCount: true }
            ? await CountAsync(reader, source, request, null, atOrBefore: false, cancel).ConfigureAwait(false)
            : null;
        var behind = after is not null && parts is { AsksPrevious: true }
            ? await CountAsync(reader, source, request, after, atOrBefore: true, cancel).ConfigureAwait(false)
            : null;
        var ahead = before is not null && parts is { AsksNext: true }
            ? await CountAsync(reader, source, request, before, atOrBefore: false, cancel).ConfigureAwait(false)
            : null;
        return new ListPages(plan, items, request, total, behind, ahead);
    }

    private static Task<Dictionary<long, int>> CountAsync(
        GraphReader reader, ListSource source, ListRequest request, ListPlace? outside, bool atOrBefore, CancellationToken cancel)
        => reader.RunAsync(
            key => CountPlan.Describe(source, request, outside, atOrBefore, key),
            scope => CountPlan.Compile(scope, source, request, outside is not null, atOrBefore),
            static (plan, snapshot, values, token) => plan.ReadAsync(snapshot, values, token),
            cancel);

    private static ListPlace? Place(string? cursor, ListRequest request)
        => cursor is null
            ? null
            : new ListPlace(Cursor.Decode(cursor, request.Mark, [.. request.Order.SelectMany(term => term.KeyTypes), typeof(long)]));
}
