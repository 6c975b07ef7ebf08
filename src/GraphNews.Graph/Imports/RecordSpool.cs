using System.Runtime.InteropServices;
using System.Text.Json;
using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Imports;

/// <summary>
/// The records of a run in a temporary file, to be read again in any order: what is in memory is where each begins. A
/// source is read only once, and its file may change afterwards.
/// </summary>
internal sealed class RecordSpool : IDisposable
{
    private const int BufferSize = 1 << 18;

    private readonly FileStream _file;
    private readonly List<long> _starts = [];
    private readonly List<int> _lengths = [];
    private readonly List<int> _lines = [];
    private readonly List<short> _files = [];
    private readonly List<string> _names = [];

    public RecordSpool()
    {
        var path = Path.Combine(Path.GetTempPath(), $"graphnews-import-{Guid.NewGuid():N}");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.DeleteOnClose);

        // A file without a name is gone with its process, however that ends.
        if (!OperatingSystem.IsWindows()) System.IO.File.Delete(path);
    }

    /// <summary>How many places there are, those of records that were rejected included.</summary>
    public int Count => _starts.Count;

    /// <summary>Keeps a record; gives its place.</summary>
    public int Add(BundleRecord record)
    {
        var json = JsonMarshal.GetRawUtf8Value(record.Content);
        var start = _file.Position;
        _file.Write(json);
        return AddPlace(record.File, record.Line, start, json.Length);
    }

    /// <summary>Keeps the place of a record that was rejected, so that references to it can be told so.</summary>
    public int AddRejected(BundleRecord record) => AddPlace(record.File, record.Line, 0, 0);

    /// <summary>Ends writing.</summary>
    public void Complete() => _file.Flush();

    /// <summary>A record, by its place.</summary>
    public BundleRecord Read(int ordinal)
    {
        var json = new byte[_lengths[ordinal]];
        RandomAccess.Read(_file.SafeFileHandle, json, _starts[ordinal]);
        using var document = JsonDocument.Parse(json);
        return new BundleRecord(File(ordinal), Line(ordinal), document.RootElement.Clone());
    }

    /// <summary>The line that a record is from.</summary>
    public int Line(int ordinal) => _lines[ordinal];

    /// <summary>The file that a record is from.</summary>
    public string File(int ordinal) => _names[_files[ordinal]];

    public void Dispose() => _file.Dispose();

    private int AddPlace(string file, int line, long start, int length)
    {
        var number = _names.LastIndexOf(file);
        if (number < 0)
        {
            number = _names.Count;
            _names.Add(file);
        }

        _starts.Add(start);
        _lengths.Add(length);
        _lines.Add(line);
        _files.Add(checked((short)number));
        return _starts.Count - 1;
    }
}
