namespace GraphNews.Graph.Search;

/// <summary>What one operation searches with: one view of the index for all its fields, and older ones that cursors lead to.</summary>
internal sealed class OperationSearch(GraphSearch search) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<IndexView> _taken = [];

    public SearchOptions Options => search.Options;

    /// <summary>The oldest version that was searched; null if none was.</summary>
    public long? Version
    {
        get
        {
            lock (_gate) return _taken.Count == 0 ? null : _taken.Min(view => view.Version);
        }
    }

    public Task<SearchIndex> IndexAsync(CancellationToken cancel) => search.ReadyAsync(cancel);

    /// <summary>The view that a cursor leads to if it is still kept, else that of the operation.</summary>
    public IndexView View(SearchIndex index, long? version)
    {
        lock (_gate)
        {
            if (version is null && _taken.Count > 0) return _taken[^1];
            var view = index.Take(version) ?? throw new ObjectDisposedException(nameof(SearchIndex));
            _taken.Add(view);
            return view;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var view in _taken) view.GiveBack();
            _taken.Clear();
        }
    }
}
