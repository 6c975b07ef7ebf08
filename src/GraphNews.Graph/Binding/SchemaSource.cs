namespace GraphNews.Graph.Binding;

/// <summary>One schema file.</summary>
/// <param name="File">Its path, relative to the schema's folder, with forward slashes.</param>
/// <param name="Text">Its SDL.</param>
public sealed record SchemaSource(string File, string Text)
{
    /// <summary>Reads every <c>*.graphql</c> below a folder but those in <c>operations/</c>, in the order of their paths.</summary>
    /// <exception cref="SchemaException">The folder is missing or holds no schema file.</exception>
    public static IReadOnlyList<SchemaSource> ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SchemaException($"There is no schema folder at {folder}. It is shipped beside the server; restore it or build again.");

        var sources = Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories)
            .Select(path => (path, file: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(entry => !entry.file.StartsWith("operations/", StringComparison.Ordinal))
            .OrderBy(entry => entry.file, StringComparer.Ordinal)
            .Select(entry => new SchemaSource(entry.file, System.IO.File.ReadAllText(entry.path)))
            .ToList();

        return sources.Count > 0
            ? sources
            : throw new SchemaException($"The schema folder {folder} holds no *.graphql file.");
    }

    /// <summary>The place of an offset into the text, as messages name it: <c>file:line</c>, lines from 1.</summary>
    internal string PlaceOf(int offset)
    {
        var line = 1;
        var end = Math.Min(offset, Text.Length);
        for (var i = 0; i < end; i++)
        {
            if (Text[i] == '\n') line++;
        }

        return $"{File}:{line}";
    }
}
