namespace GraphNews.Graph.Walk;

/// <summary>What was read of a list, parent by parent.</summary>
internal sealed class ListPages
{
    private readonly ILookup<long, ListItem> _items;
    private readonly ListRequest _request;
    private readonly IReadOnlyDictionary<long, int>? _totals;
    private readonly IReadOnlyDictionary<long, int>? _behind;
    private readonly IReadOnlyDictionary<long, int>? _ahead;

    /// <param name="plan">How the rows were read; null if none were asked for.</param>
    /// <param name="items">Up to one row more than the page for each parent.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="totals">The number of all rows; null if not asked for.</param>
    /// <param name="behind">The number of rows at or before <c>after</c>; null if not asked for.</param>
    /// <param name="ahead">The number of rows at or after <c>before</c>; null if not asked for.</param>
    public ListPages(
        ListPlan? plan, IReadOnlyList<ListItem> items, ListRequest request,
        IReadOnlyDictionary<long, int>? totals, IReadOnlyDictionary<long, int>? behind, IReadOnlyDictionary<long, int>? ahead)
    {
        Plan = plan;
        _items = items.ToLookup(item => item.Parent);
        _request = request;
        _totals = totals;
        _behind = behind;
        _ahead = ahead;
    }

    public ListPlan? Plan { get; }

    public ConnectionPage Of(long parent)
    {
        var items = _items[parent].ToList();
        var more = items.Count > _request.Limit;
        if (more) items.RemoveAt(_request.Limit);
        if (_request.Backward) items.Reverse();
        return new ConnectionPage(
            items,
            HasNext: (!_request.Backward && more) || _ahead?.ContainsKey(parent) == true,
            HasPrevious: (_request.Backward && more) || _behind?.ContainsKey(parent) == true,
            TotalCount: _totals?.GetValueOrDefault(parent) ?? 0);
    }

    /// <summary>The rows that one view shows, of all parents; the row that only tells of a next page is none.</summary>
    public IReadOnlyList<Row> RowsOf(int view)
        => [.. _items.SelectMany(group => group.Take(_request.Limit)).Select(item => item.Views[view])];
}
