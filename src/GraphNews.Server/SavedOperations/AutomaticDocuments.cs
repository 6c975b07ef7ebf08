using GraphNews.Server.Settings;
using Microsoft.Extensions.Caching.Memory;

namespace GraphNews.Server.SavedOperations;

/// <summary>Documents that clients have saved, by their hashes; bounded by the length of the texts.</summary>
internal sealed class AutomaticDocuments(SavedOperationsSettings settings) : IDisposable
{
    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = settings.AutomaticCharacters });

    public string? Find(string hash) => _documents.Get<string>(hash);

    public void Keep(string hash, string document)
    {
        using var entry = _documents.CreateEntry(hash);
        entry.Size = document.Length;
        entry.Value = document;
    }

    public void Dispose() => _documents.Dispose();
}
