using GraphNews.Graph.Errors;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.SavedOperations;

/// <summary>Finds the document that a client means, whether it sends it or names it.</summary>
internal sealed class DocumentLookup(SavedOperationsSettings settings, TrustedDocuments trusted, AutomaticDocuments automatic)
{
    private const string HashPrefix = "sha256:";

    /// <summary>The text of the document.</summary>
    /// <exception cref="RequestRefusedException">There is none, or it is not trusted.</exception>
    public string Find(OperationParameters parameters)
    {
        if (parameters.DocumentId is { } id) return ById(id, parameters);
        if (PersistedQuery.Read(parameters.Extensions) is { } persisted) return ByHash(persisted.Hash, parameters.Query);

        var text = parameters.Query ?? throw RequestBody.NoDocument();
        return !settings.TrustedOnly || trusted.Find(DocumentHash.Of(text)) is not null ? text : throw NotTrusted();
    }

    /// <summary>Saves a document that was sent with its hash, now that it can be read.</summary>
    public void Keep(OperationParameters parameters, ReadDocument document)
    {
        if (parameters.Query is null || document.Error is not null || !settings.Automatic || settings.TrustedOnly) return;
        if (PersistedQuery.Read(parameters.Extensions) is { } persisted) automatic.Keep(persisted.Hash, document.Text);
    }

    /// <summary>Source: GraphQL over HTTP, appendix "Persisted Documents": the id is <c>sha256:</c> and the hash, or a name of our own.</summary>
    private string ById(string id, OperationParameters parameters)
    {
        if (parameters.Query is not null) throw RequestBody.Malformed("The parameters \"documentId\" and \"query\" exclude one another: send the one or the other.");

        var isHash = id.StartsWith(HashPrefix, StringComparison.Ordinal);
        return trusted.Find(isHash ? id[HashPrefix.Length..] : id)
            ?? (isHash && !settings.TrustedOnly ? automatic.Find(id[HashPrefix.Length..]) : null)
            ?? throw Refuse(ErrorCodes.UnknownDocument, "This server has no saved operation with that documentId. Send the document itself, or the id of one that is saved.");
    }

    private string ByHash(string hash, string? text)
    {
        if (trusted.Find(hash) is { } known) return known;
        if (settings.TrustedOnly) throw NotTrusted();

        // Clients look for these two messages, to the letter.
        if (!settings.Automatic) throw Refuse(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported");
        if (text is null) return automatic.Find(hash) ?? throw Refuse(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound");

        return DocumentHash.Of(text) == hash
            ? text
            : throw RequestBody.Malformed("The sha256Hash of the extension persistedQuery is not that of the query: SHA-256 of its UTF-8, in hexadecimal digits.");
    }

    private static RequestRefusedException NotTrusted() => new(
        StatusCodes.Status403Forbidden, ErrorCodes.UntrustedDocument,
        "This server executes saved operations alone. Name one by \"documentId\", or have yours saved by whoever runs the server.")
    {
        IsWellFormed = true,
    };

    private static RequestRefusedException Refuse(string code, string message)
        => new(StatusCodes.Status400BadRequest, code, message) { IsWellFormed = true };
}
