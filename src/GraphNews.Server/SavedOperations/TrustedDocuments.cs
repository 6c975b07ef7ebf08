using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;
using GraphNews.Server.Transports;

namespace GraphNews.Server.SavedOperations;

/// <summary>
/// The documents that whoever runs the server has put beside it: those of <c>schema/operations</c> and of a folder of its own.
/// A <c>.graphql</c> file is one document, named by the file and by its hash; a <c>.json</c> file is what build tools of
/// clients write, an object of documents by their ids. They are read once, when the server starts.
/// </summary>
internal sealed class TrustedDocuments
{
    private readonly Dictionary<string, string> _documents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _named = new(StringComparer.Ordinal);

    /// <exception cref="GraphStartupException">The folder is not there, a file cannot be read, or two documents have one name.</exception>
    public TrustedDocuments(SavedOperationsSettings settings, DocumentReader reader)
    {
        foreach (var (file, id, text) in Read(Path.Combine(SchemaRegistration.Folder, "operations")).Concat(settings.Folder.Length == 0 ? [] : Read(settings.Folder)))
        {
            Check(file, id, text, reader);
            _documents.TryAdd(DocumentHash.Of(text), text);
            if (!_documents.TryAdd(id, text) && _documents[id] != text)
                throw new GraphStartupException($"{file}: there are two saved operations called {id}. Rename one of them.");
            _named[id] = text;
        }
    }

    /// <summary>All documents by their names, in the order of these.</summary>
    public IReadOnlyDictionary<string, string> Named => _named;

    /// <summary>The document of that name or hash; null if there is none.</summary>
    public string? Find(string id) => _documents.GetValueOrDefault(id);

    private static IEnumerable<(string File, string Id, string Text)> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new GraphStartupException($"The folder {Path.GetFullPath(folder)} does not exist. Create it, or name another in SavedOperations:Folder.");

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            switch (Path.GetExtension(file))
            {
                case ".graphql":
                    yield return (file, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
                    break;
                case ".json":
                    foreach (var (id, text) in ReadManifest(file)) yield return (file, id, text);
                    break;
            }
        }
    }

    private static Dictionary<string, string> ReadManifest(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
        }
        catch (JsonException e)
        {
            throw new GraphStartupException($"{file} is not a JSON object of documents by their ids: {e.Message}", e);
        }
    }

    private static void Check(string file, string id, string text, DocumentReader reader)
    {
        try
        {
            if (reader.Read(text).Error is { } error) throw new GraphStartupException($"{file}: the saved operation {id} cannot be executed. {error.Message}");
        }
        catch (RequestRefusedException limit)
        {
            throw new GraphStartupException($"{file}: the saved operation {id} cannot be executed. {limit.Message}", limit);
        }
    }
}
