using GraphNews.Graph.Articles;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Mutations;

/// <summary>Adds what drafts of inputs state.</summary>
internal sealed class DraftWriting(GraphEdit edit, InputReferences references, string actor)
{
    /// <summary>Adds a node with all that hangs on it.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> AddAsync(Draft draft, CancellationToken cancel)
    {
        InputChecks.Check(edit.Tables, draft);
        await references.ConnectAsync(draft, cancel).ConfigureAwait(false);
        if (draft.Row is Entity entity)
        {
            if (draft.Slug is { } slug && await edit.Context.Slugs.FindAsync([slug], cancel).ConfigureAwait(false) is not null)
                throw InputException.Value(ErrorCodes.InvalidSlug, $"The slug '{slug}' is taken, or was once. Choose another, or leave it out.", InputPath.Of(draft.Record.Input!.Path + "slug"));
            if (draft.Names.Count == 0 && !draft.Texts.Exists(text => text.Field == EntityNames.Title) && draft.Row is not SourceArticle)
                throw InputException.Value(ErrorCodes.InvalidInput, "It needs a name or a title.", InputPath.Of(draft.Record.Input!.Path + (HasTitle(draft.Kind) ? "title" : "names")));
            entity.Slug = draft.Slug!;
        }

        var id = edit.Add(draft.Row).Id;
        foreach (var name in draft.Names) RecordCreation.AddName(edit, name, id);
        foreach (var text in draft.Texts) RecordCreation.AddText(edit, text, id);
        foreach (var identifier in draft.Identifiers) RecordCreation.AddIdentifier(edit, identifier, id);
        foreach (var link in draft.Links)
        {
            link.SetOwner(id);
            edit.AddLink(link.Row);
        }

        foreach (var cited in draft.Names.Append(draft))
        {
            foreach (var citation in cited.Citations) await CiteAsync(citation, cited.Row.Id, cancel).ConfigureAwait(false);
        }

        long[] claimed = [.. draft.Names.Append(draft).Where(cited => cited.Citations.Exists(citation => citation.Value is not null)).Select(cited => cited.Row.Id)];
        if (claimed.Length > 0) await DisputeSettling.RunAsync(edit, claimed, cancel).ConfigureAwait(false);
        return id;
    }

    /// <summary>Attaches a source, whose article has been looked up.</summary>
    public async Task<Citation> CiteAsync(CitationDraft citation, long subject, CancellationToken cancel)
    {
        var article = references.Node(citation);
        return edit.Add(RecordCreation.Citation(citation, await FindQuoteAsync(edit, citation, article, cancel).ConfigureAwait(false), article, subject, actor));
    }

    /// <summary>Where a citation's quote stands in its article; null for a citation with a locator.</summary>
    /// <exception cref="InputException"><c>QUOTE_NOT_FOUND</c>.</exception>
    public static async Task<FoundQuote?> FindQuoteAsync(GraphEdit edit, CitationDraft citation, long article, CancellationToken cancel)
    {
        if (citation.Locator is not null) return null;
        var rows = await new EditedRows(edit).FindAsync(edit.Tables[NodeKind.SourceArticle], [article], cancel).ConfigureAwait(false);
        if (((SourceArticle)rows[0]).Text is not { } text)
            throw InputException.Value(ErrorCodes.QuoteNotFound, "The graph does not have the article's text, so nothing can be quoted from it. Give a locator, or add the text first.", InputPath.Of(Place(citation, "quote")));
        var (found, error) = FoldedQuote.Find(text, citation.Quote, citation.Start, citation.End);
        return found ?? throw InputException.Value(ErrorCodes.QuoteNotFound, error!, InputPath.Of(Place(citation, "quote")));
    }

    private static bool HasTitle(NodeKind kind) => kind is NodeKind.Meeting or NodeKind.Agreement;

    // The input of a mutation may be the citation itself.
    private static string Place(CitationDraft citation, string field) => citation.Path.Length == 0 ? field : $"{citation.Path}.{field}";
}
