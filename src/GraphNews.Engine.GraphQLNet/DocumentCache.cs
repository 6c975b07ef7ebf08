using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;

namespace GraphNews.Engine;

/// <summary>Documents that were parsed and found valid, by their text; bounded by the length of the texts.</summary>
internal sealed class DocumentCache : IDisposable
{
    private const int MostCharacters = 8 * 1024 * 1024;

    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public GraphQLDocument? Find(string text) => _documents.Get<GraphQLDocument>(text);

    public void Keep(string text, GraphQLDocument document)
    {
        if (_documents.TryGetValue(text, out _)) return;

        using var entry = _documents.CreateEntry(text);
        entry.Size = text.Length;
        entry.Value = document;
    }

    public void Dispose() => _documents.Dispose();
}
