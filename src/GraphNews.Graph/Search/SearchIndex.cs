using GraphNews.Graph.Errors;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using IndexDirectory = Lucene.Net.Store.Directory;
using Lock = System.Threading.Lock;

namespace GraphNews.Graph.Search;

/// <summary>
/// The index of one process: one writer, and views for readers, each of one graph version. A view whose cursors were
/// given out is kept for a while, so that paging goes on in the list that it began in.
/// </summary>
internal sealed class SearchIndex : IDisposable
{
    private const int MostKept = 16;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly List<IndexView> _kept = [];
    private readonly FileStream? _claim;
    private readonly IndexDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly TimeProvider _time;
    private IndexView? _current;
    private IndexStamp? _stamp;
    private IndexStamp? _committed;

    private SearchIndex(FileStream? claim, IndexDirectory directory, IndexWriter writer, IndexStamp? committed, Analysis analysis, TimeProvider time)
        => (_claim, _directory, _writer, _committed, Analysis, _time) = (claim, directory, writer, committed, analysis, time);

    public Analysis Analysis { get; }

    /// <summary>What the index was committed with; null if there is none that can be used.</summary>
    public IndexStamp? Committed => _committed;

    /// <summary>The graph version that readers see; null while there is none yet.</summary>
    public long? Version
    {
        get
        {
            lock (_gate) return _current?.Version;
        }
    }

    /// <summary>Opens the index of a folder, or an empty one in memory.</summary>
    /// <exception cref="GraphStartupException">Another process has the folder, or it cannot be written.</exception>
    public static SearchIndex Open(SearchOptions options, TimeProvider time)
    {
        var analysis = new Analysis();
        var claim = options.Folder.Length == 0 ? null : IndexFolder.Claim(options.Folder);
        IndexDirectory? directory = null;
        try
        {
            // The claim is the lock: Lucene's own lets a second process in.
            directory = claim is null ? new RAMDirectory() : FSDirectory.Open(options.Folder, NoLockFactory.GetNoLockFactory());
            var (writer, stamp) = OpenWriter(directory, analysis);
            return new SearchIndex(claim, directory, writer, stamp, analysis, time);
        }
        catch (Exception e)
        {
            directory?.Dispose();
            claim?.Dispose();
            analysis.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw IndexFolder.Unusable(options.Folder, e);
            throw;
        }
    }

    /// <summary>Throws away all that the index holds. Readers see it until the next view is shown.</summary>
    public void Clear()
    {
        _writer.DeleteAll();
        _stamp = null;
    }

    public void Put(SearchContent content)
        => _writer.UpdateDocument(IndexFields.TermOf(content.Id), IndexFields.DocumentOf(content, Analysis));

    public void Remove(long id) => _writer.DeleteDocuments(IndexFields.TermOf(id));

    /// <summary>Lets readers see what was put and removed, as the version of the stamp.</summary>
    public void Show(IndexStamp stamp)
    {
        var reader = _current is null ? DirectoryReader.Open(_writer, applyAllDeletes: true) : DirectoryReader.OpenIfChanged(_current.Reader, _writer, applyAllDeletes: true);
        lock (_gate)
        {
            // A version that changed nothing that is searched for is another view of the same reader.
            if (reader is null) (reader = _current!.Reader).IncRef();
            _current?.GiveBack();
            _current = new IndexView(reader, stamp.Version);
            _stamp = stamp;
            Prune();
        }
    }

    /// <summary>Forgets what is shown no more: older views, whatever cursors lead to them, and what was put before.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            foreach (var view in _kept)
            {
                view.Kept = null;
                view.GiveBack();
            }

            _kept.Clear();
        }

        _writer.ForceMergeDeletes();
        Commit();
    }

    /// <summary>Keeps what is shown, for the next start.</summary>
    public void Commit()
    {
        if (_claim is null || _stamp is null || _stamp == _committed) return;
        _writer.SetCommitData(_stamp.ToData());
        _writer.Commit();
        _committed = _stamp;
    }

    /// <summary>The newest view, or an older one that was kept, to be given back; null while there is none yet.</summary>
    /// <param name="version">The version of the one to go on with; null for the newest.</param>
    public IndexView? Take(long? version = null)
    {
        lock (_gate)
        {
            var view = _kept.Find(kept => kept.Version == version) ?? _current;
            view?.Take();
            return view;
        }
    }

    /// <summary>Keeps a view for those who were given its cursors.</summary>
    public void Keep(IndexView view)
    {
        lock (_gate)
        {
            if (view.Kept is null)
            {
                view.Take();
                _kept.Add(view);
            }

            view.Kept = _time.GetUtcNow();
            Prune();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var view in _kept) view.GiveBack();
            _kept.Clear();
            _current?.GiveBack();
            _current = null;
        }

        // What was put and not shown is half a version: it is not kept.
        Commit();
        _writer.Rollback();
        _directory.Dispose();
        _claim?.Dispose();
        Analysis.Dispose();
    }

    private static (IndexWriter Writer, IndexStamp? Stamp) OpenWriter(IndexDirectory directory, Analysis analysis)
    {
        try
        {
            var stamp = DirectoryReader.IndexExists(directory) ? StampOf(directory) : null;
            return (new IndexWriter(directory, Config(analysis, OpenMode.CREATE_OR_APPEND)), stamp);
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or EndOfStreamException or FileNotFoundException)
        {
            // It holds nothing that the tables do not. The folder may hold what is not ours.
            foreach (var file in directory.ListAll().Where(IndexFolder.IsOfIndex)) directory.DeleteFile(file);
            return (new IndexWriter(directory, Config(analysis, OpenMode.CREATE)), null);
        }
    }

    private static IndexStamp? StampOf(IndexDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        return IndexStamp.Read(reader.IndexCommit.UserData);
    }

    private static IndexWriterConfig Config(Analysis analysis, OpenMode mode)
        => new(LuceneVersion.LUCENE_48, analysis.Fields) { OpenMode = mode, Similarity = new BM25Similarity() };

    private void Prune()
    {
        var old = _time.GetUtcNow() - KeptFor;
        while (_kept.Count > 0 && (_kept.Count > MostKept || _kept[0].Kept < old))
        {
            _kept[0].GiveBack();
            _kept[0].Kept = null;
            _kept.RemoveAt(0);
        }
    }
}
