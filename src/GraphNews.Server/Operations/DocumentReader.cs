using GraphNews.Graph.Binding;
using GraphNews.Graph.Documents;
using GraphNews.Server.Limits;
using GraphNews.Server.Settings;
using Microsoft.Extensions.Caching.Memory;

namespace GraphNews.Server.Operations;

/// <summary>
/// Reads documents within the limits, each text once. It keeps what it read by the text, so that nobody can put another
/// document in its place, and bounded by the length of the texts.
/// </summary>
internal sealed class DocumentReader(SchemaBinding binding, LimitsSettings limits, DocumentLimits counted) : IDisposable
{
    private const int MostCharacters = 4 * 1024 * 1024;

    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>Whether a document was read not long ago, so that to read it costs nothing.</summary>
    public bool Knows(string text) => _documents.TryGetValue(text, out _);

    /// <exception cref="Transports.RequestRefusedException">The document is over a limit.</exception>
    public ReadDocument Read(string text)
    {
        if (_documents.TryGetValue<ReadDocument>(text, out var known)) return known!;

        DocumentScan.Check(text, limits);
        var document = new ReadDocument(text, QueryDocument.Read(text, binding, counted, out var error), error);
        if (error is not null) return document;

        using var entry = _documents.CreateEntry(text);
        entry.Size = text.Length;
        entry.Value = document;
        return document;
    }

    public void Dispose() => _documents.Dispose();
}
