namespace GraphNews.Server.Verbs;

/// <summary>
/// Where an export goes: a file, a folder of files, or the standard output. Files are written beside their place and take it when the
/// export is whole, so that nobody finds half of one.
/// </summary>
/// <param name="path">The file or folder.</param>
/// <param name="isFolder">Whether it is a folder.</param>
internal sealed class ExportedFiles(string path, bool isFolder)
{
    /// <summary>What a path says that means no file.</summary>
    public const string StandardOutput = "-";

    private const string Unfinished = ".unfinished";

    private readonly List<string> _files = [];

    /// <summary>The file or folder.</summary>
    public string Path => path;

    /// <summary>Opens a file to be written.</summary>
    /// <param name="name">Its name in the folder; empty for the one file.</param>
    public Stream Open(string name)
    {
        if (path == StandardOutput) return new BufferedStream(Console.OpenStandardOutput());
        if (isFolder) Directory.CreateDirectory(path);
        var file = isFolder ? System.IO.Path.Combine(path, name) : path;
        _files.Add(file);
        return new FileStream(file + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 17, useAsync: true);
    }

    /// <summary>Puts the files in their places; false if there are none.</summary>
    public bool Keep()
    {
        foreach (var file in _files) File.Move(file + Unfinished, file, overwrite: true);
        return _files.Count > 0;
    }

    /// <summary>Deletes what is not whole.</summary>
    public void Discard()
    {
        foreach (var file in _files.Where(file => File.Exists(file + Unfinished))) File.Delete(file + Unfinished);
    }
}
