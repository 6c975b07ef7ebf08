namespace GraphNews.Graph.Exports;

/// <summary>The files that an export writes. Each is opened when it is asked for, and all are closed together.</summary>
/// <param name="open">Opens the file of a name.</param>
internal sealed class ExportFiles(Func<string, Stream> open) : IDisposable
{
    private readonly List<Stream> _opened = [];

    /// <summary>The one file of a format that needs no more.</summary>
    public Stream Only => Open("");

    /// <summary>Opens a file.</summary>
    public Stream Open(string name)
    {
        var file = open(name);
        _opened.Add(file);
        return file;
    }

    public void Dispose() => _opened.ForEach(file => file.Dispose());
}
