using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace GraphNews.Graph.Search;

/// <summary>The index as it stood at one graph version. Whoever takes it gives it back.</summary>
internal sealed class IndexView(DirectoryReader reader, long version)
{
    public DirectoryReader Reader { get; } = reader;

    public IndexSearcher Searcher { get; } = new(reader) { Similarity = new BM25Similarity() };

    /// <summary>The graph version that it shows.</summary>
    public long Version { get; } = version;

    /// <summary>When a page of it was last given out with a cursor; null if none was.</summary>
    public DateTimeOffset? Kept { get; set; }

    public void Take() => Reader.IncRef();

    public void GiveBack() => Reader.DecRef();
}
