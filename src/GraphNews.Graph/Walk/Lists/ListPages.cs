namespace GraphNews.Graph.Walk;

/// <summary>What was read of a list, parent by parent.</summary>
internal sealed class ListPages
{
    private readonly Dictionary<long, List<ListItem>> _items = [];
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
        foreach (var item in items)
        {
            if (!_items.TryGetValue(item.Parent, out var ofParent)) _items.Add(item.Parent, ofParent = []);
            ofParent.Add(item);
        }

        _request = request;
        _totals = totals;
        _behind = behind;
        _ahead = ahead;
    }

    public ListPlan? Plan { get; }

    public ConnectionPage Of(long parent)
    {
        var read = _items.TryGetValue(parent, out var ofParent) ? ofParent : [];
        var more = read.Count > _request.Limit;
        var items = more ? read.GetRange(0, _request.Limit) : read;
        if (_request.Backward) items = [.. Enumerable.Reverse(items)];
        return new ConnectionPage(
            items,
            HasNext: (!_request.Backward && more) || _ahead?.ContainsKey(parent) == true,
            HasPrevious: (_request.Backward && more) || _behind?.ContainsKey(parent) == true,
            TotalCount: _totals?.GetValueOrDefault(parent) ?? 0);
    }

    /// <summary>The rows that one view shows, of all parents; the row that only tells of a next page is none.</summary>
    public IReadOnlyList<Row> RowsOf(int view)
    {
        var rows = new List<Row>();
        foreach (var items in _items.Values)
        {
            for (var i = 0; i < items.Count && i < _request.Limit; i++) rows.Add(items[i].Views[view]);
        }

        return rows;
    }
}
