using System.Text.Json;
using GraphNews.Server.Transports;

namespace GraphNews.Server.SavedOperations;

/// <summary>
/// What a client says in <c>extensions.persistedQuery</c>. Source: Apollo, "Automatic Persisted Queries", version 1.
/// </summary>
/// <param name="Hash">The hash of the document that it means.</param>
internal sealed record PersistedQuery(string Hash)
{
    private const int Version = 1;

    /// <summary>Reads the extension; null if it is not there.</summary>
    /// <exception cref="RequestRefusedException">It is not what the protocol asks for.</exception>
    public static PersistedQuery? Read(JsonElement? extensions)
    {
        if (extensions is not { } given || !given.TryGetProperty("persistedQuery", out var extension) || extension.ValueKind == JsonValueKind.Null) return null;

        if (extension.ValueKind != JsonValueKind.Object
            || !extension.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version
            || !extension.TryGetProperty("sha256Hash", out var hash) || hash.ValueKind != JsonValueKind.String)
        {
            throw RequestBody.Malformed("The extension persistedQuery must be {\"version\": 1, \"sha256Hash\": \"…\"}.");
        }

        return new PersistedQuery(hash.GetString()!.ToLowerInvariant());
    }
}
