using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Bundles;

/// <summary>Loads a bundle that fits in memory: whole, as one version of the graph, or not at all.</summary>
public static class BundleLoader
{
    /// <summary>Adds all records of a bundle to the graph.</summary>
    /// <param name="path">The bundle's file.</param>
    /// <param name="writer">Writes the graph.</param>
    /// <param name="origin">Who loads it, and why; the actor is named on each citation.</param>
    /// <param name="cancel">Cancels reading and writing.</param>
    /// <param name="onlyIf">Asked inside the write: nothing is loaded if it says no. Null: always.</param>
    /// <returns>The version that it made; the version that stands if nothing was loaded.</returns>
    /// <exception cref="BundleException">Something in it is wrong; nothing of it was written.</exception>
    public static async Task<long> LoadAsync(
        string path, GraphWriter writer, ChangeOrigin origin, CancellationToken cancel, Func<GraphDbContext, CancellationToken, Task<bool>>? onlyIf = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(origin);
        var records = new List<BundleRecord>();
        await foreach (var record in BundleReader.ReadAsync(path, cancel).ConfigureAwait(false))
        {
            records.Add(record);
        }

        try
        {
            // A write may be run again, so its rows are made inside it.
            return await writer.WriteAsync(
                origin,
                async (edit, token) =>
                {
                    if (onlyIf is not null && !await onlyIf(edit.Context, token).ConfigureAwait(false)) return;
                    await new BundleEdit(edit, origin.Actor).RunAsync([.. records.Select(DraftReader.Read)], token).ConfigureAwait(false);
                },
                cancel).ConfigureAwait(false);
        }
        catch (GraphException error)
        {
            throw new BundleException(path, 0, error.Message, error);
        }
    }
}

/// <summary>One bundle on its way into the graph.</summary>
internal sealed class BundleEdit(GraphEdit edit, string actor)
{
    private readonly BundleNodes _nodes = new(edit.Context);
    private readonly Dictionary<long, string?> _articleTexts = [];

    /// <summary>Gives every draft an id, and then, since all are known, fills in what they point at.</summary>
    public async Task RunAsync(IReadOnlyList<Draft> drafts, CancellationToken cancel)
    {
        await RefuseTakenSlugsAsync(drafts, cancel).ConfigureAwait(false);
        foreach (var draft in drafts)
        {
            Add(draft);
        }

        foreach (var draft in drafts)
        {
            await ConnectAsync(draft, cancel).ConfigureAwait(false);
        }
    }

    private async Task RefuseTakenSlugsAsync(IReadOnlyList<Draft> drafts, CancellationToken cancel)
    {
        var wanted = drafts.Where(draft => draft.Slug is not null).ToLookup(draft => draft.Slug!, StringComparer.Ordinal);
        foreach (var some in wanted.Select(drafts => drafts.Key).Chunk(1000))
        {
            var taken = await edit.Context.Slugs.Where(slug => some.Contains(slug.Value)).Select(slug => slug.Value)
                .ToListAsync(cancel).ConfigureAwait(false);
            if (taken.Select(slug => wanted[slug].First()).MinBy(draft => draft.Record.Line) is { } first)
            {
                throw first.Record.Wrong($"The slug '{first.Slug}' is taken: the graph has an entity of that slug.");
            }
        }
    }

    private void Add(Draft draft)
    {
        if (draft.Row is Entity entity)
        {
            entity.Slug = draft.Slug!;
        }

        var id = edit.Add(draft.Row).Id;
        _nodes.Add(draft, id);
        foreach (var name in draft.Names)
        {
            ((Name)name.Row).SubjectId = id;
            edit.Add(name.Row);
        }

        foreach (var (field, language, value) in draft.Texts)
        {
            edit.AddLink(new Text { SubjectId = id, Field = field, Language = language, Value = value });
        }

        foreach (var (scheme, value) in draft.Identifiers)
        {
            edit.AddLink(new Identifier { SubjectId = id, Scheme = scheme, Value = value });
        }
    }

    private async Task ConnectAsync(Draft draft, CancellationToken cancel)
    {
        await SetAsync(draft, draft.References, cancel).ConfigureAwait(false);
        foreach (var link in draft.Links)
        {
            link.SetOwner(draft.Row.Id);
            await SetAsync(draft, link.References, cancel).ConfigureAwait(false);
            edit.AddLink(link.Row);
        }

        foreach (var cited in draft.Names.Append(draft))
        {
            foreach (var citation in cited.Citations)
            {
                await CiteAsync(cited, citation, cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task SetAsync(Draft draft, IReadOnlyList<PendingReference> references, CancellationToken cancel)
    {
        foreach (var reference in references)
        {
            reference.Set(await _nodes.FindAsync(reference, draft.Record, cancel).ConfigureAwait(false));
        }
    }

    private async Task CiteAsync(Draft subject, CitationDraft citation, CancellationToken cancel)
    {
        var pending = new PendingReference(citation.Article, $"{citation.Path}.article", NodeKind.SourceArticle, _ => { });
        var article = await _nodes.FindAsync(pending, subject.Record, cancel).ConfigureAwait(false);
        var found = citation.Locator is null ? await FindQuoteAsync(subject, citation, article, cancel).ConfigureAwait(false) : null;
        edit.Add(new Citation
        {
            SubjectId = subject.Row.Id,
            ArticleId = article,
            Quote = found?.Quote,
            Start = found?.Start,
            End = found?.End,
            Locator = citation.Locator,
            Field = citation.Field,
            Value = citation.Value,
            Confidence = citation.Confidence,
            AssertedBy = actor,
        });
    }

    private async Task<FoundQuote> FindQuoteAsync(Draft subject, CitationDraft citation, long article, CancellationToken cancel)
    {
        var text = await ArticleTextAsync(citation.Article, article, cancel).ConfigureAwait(false)
            ?? throw subject.Record.Wrong($"The article {citation.Article} has no text, so nothing can be quoted from it. Give a locator.");
        var (found, error) = QuoteFinder.Find(text, citation.Quote, citation.Start, citation.End);
        return found ?? throw subject.Record.Wrong($"{citation.Path}: {error}");
    }

    private async Task<string?> ArticleTextAsync(BundleReference reference, long article, CancellationToken cancel)
    {
        if (_nodes.FindDraft(reference) is { } draft)
        {
            return ((SourceArticle)draft.Row).Text;
        }

        if (!_articleTexts.TryGetValue(article, out var text))
        {
            text = await edit.Context.SourceArticles.Where(row => row.Id == article).Select(row => row.Text)
                .SingleAsync(cancel).ConfigureAwait(false);
            _articleTexts.Add(article, text);
        }

        return text;
    }
}
