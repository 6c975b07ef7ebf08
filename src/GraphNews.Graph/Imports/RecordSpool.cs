using System.Runtime.InteropServices;
using System.Text.Json;
using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Imports;

/// <summary>
/// The records of a run in a temporary file, to be read again in any order: what is in memory is where each ends. A
/// source is read only once, and its file may change afterwards.
/// </summary>
internal sealed class RecordSpool : IDisposable
{
    private const int BufferSize = 1 << 18;

    private readonly FileStream _file;
    private readonly ChunkedList<long> _ends = new();
    private readonly ChunkedList<int> _lines = new();
    private readonly ChunkedList<short> _files = new();
    private readonly List<string> _names = [];

    public RecordSpool()
    {
        var path = Path.Combine(Path.GetTempPath(), $"graphnews-import-{Guid.NewGuid():N}");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.DeleteOnClose);

        // A file without a name is gone with its process, however that ends.
        if (!OperatingSystem.IsWindows()) System.IO.File.Delete(path);
    }

    /// <summary>How many places there are, those of records that were rejected included.</summary>
    public int Count => _ends.Count;

    /// <summary>Keeps a record; gives its place.</summary>
    public int Add(BundleRecord record)
    {
        var json = JsonMarshal.GetRawUtf8Value(record.Content);
        _file.Write(json);
        return AddPlace(record.File, record.Line);
    }

    /// <summary>Keeps the place of a record that was rejected, so that references to it can be told so.</summary>
    public int AddRejected(BundleRecord record) => AddPlace(record.File, record.Line);

    /// <summary>Ends writing.</summary>
    public void Complete() => _file.Flush();

    /// <summary>A record, by its place.</summary>
    public BundleRecord Read(int ordinal)
    {
        var start = ordinal == 0 ? 0 : _ends[ordinal - 1];
        var json = new byte[_ends[ordinal] - start];
        RandomAccess.Read(_file.SafeFileHandle, json, start);
        using var document = JsonDocument.Parse(json);
        return new BundleRecord(File(ordinal), Line(ordinal), document.RootElement.Clone());
    }

    /// <summary>The line that a record is from.</summary>
    public int Line(int ordinal) => _lines[ordinal];

    /// <summary>The file that a record is from.</summary>
    public string File(int ordinal) => _names[_files[ordinal]];

    public void Dispose() => _file.Dispose();

    private int AddPlace(string file, int line)
    {
        var number = _names.LastIndexOf(file);
        if (number < 0)
        {
            number = _names.Count;
            _names.Add(file);
        }

        _ends.Add(_file.Position);
        _lines.Add(line);
        _files.Add(checked((short)number));
        return _ends.Count - 1;
    }
}
