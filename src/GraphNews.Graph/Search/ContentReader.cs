using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Search;

/// <summary>Reads from the tables what entities can be found by. Five statements for any number of ids up to a thousand, six with articles among them.</summary>
internal sealed class ContentReader(GraphDbContext graph)
{
    /// <summary>The field of names as a source writes them, where nobody is known by them.</summary>
    private const string Participations = "participations";

    /// <summary>The kinds that are searched: all entities.</summary>
    public static IReadOnlyList<NodeKind> Kinds { get; } =
    [
        NodeKind.Official, NodeKind.Agency, NodeKind.Post, NodeKind.Meeting, NodeKind.Agreement, NodeKind.Topic,
        NodeKind.Occasion, NodeKind.Place, NodeKind.Country, NodeKind.SourceArticle, NodeKind.Publisher,
    ];

    /// <summary>The next entities by id, whether they show or not.</summary>
    public async Task<IReadOnlyList<long>> PageAsync(long after, CancellationToken cancel)
    {
        var kinds = Kinds.ToArray();
        return await graph.Nodes.Where(node => node.Id > after && kinds.Contains(node.Kind))
            .OrderBy(node => node.Id).Take(RowTable.KeysAtOnce).Select(node => node.Id)
            .ToListAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>What those entities can be found by that show; others are left out.</summary>
    public async Task<IReadOnlyList<SearchContent>> ReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var asked = ids.ToArray();
        var nodes = await graph.Nodes
            .Where(node => asked.Contains(node.Id) && node.RetractedVersion == null && node.CanonicalId == node.Id)
            .Select(node => new { node.Id, node.Kind }).ToListAsync(cancel).ConfigureAwait(false);
        var names = await graph.Names.Where(name => asked.Contains(name.SubjectId) && name.HiddenSince == null)
            .Select(name => new { name.SubjectId, name.Id, name.Value, name.Language }).ToListAsync(cancel).ConfigureAwait(false);
        var texts = await graph.Texts.Where(text => asked.Contains(text.SubjectId) && text.HiddenSince == null)
            .Select(text => new { text.SubjectId, text.Id, text.Field, text.Language, text.Value }).ToListAsync(cancel).ConfigureAwait(false);
        var articles = await graph.SourceArticles.Where(article => asked.Contains(article.Id))
            .Select(article => new { article.Id, article.Language, article.Title, article.Text }).ToListAsync(cancel).ConfigureAwait(false);

        var participations = await graph.Participations.Where(part => asked.Contains(part.MeetingId) && part.HiddenSince == null)
            .Select(part => new { part.Id, part.MeetingId, part.OfficialId, part.AgencyId, part.NameAsWritten }).ToListAsync(cancel).ConfigureAwait(false);

        var quotes = articles.Count == 0 ? [] : await graph.Citations
            .Where(citation => asked.Contains(citation.ArticleId) && citation.HiddenSince == null && citation.Quote != null && citation.Start != null)
            .Select(citation => new { citation.ArticleId, citation.Article.Language, Start = citation.Start!.Value, Quote = citation.Quote! }).ToListAsync(cancel).ConfigureAwait(false);

        var namesOf = names.OrderBy(name => name.Id).ToLookup(name => name.SubjectId, name => new SearchedName(name.Value, name.Language));
        var textsOf = texts.OrderBy(text => text.Id).Select(text => (text.SubjectId, Text: new SearchedText(text.Field, text.Language, text.Value)))
            .Concat(participations.Where(part => part.OfficialId is null && part.NameAsWritten is not null).OrderBy(part => part.Id)
                .Select(part => (part.MeetingId, new SearchedText(Participations, "und", part.NameAsWritten!))))
            .Concat(articles.SelectMany(article => ArticleTexts(article.Title, article.Text, article.Language).Select(text => (article.Id, text))))
            .ToLookup(text => text.Item1, text => text.Item2);
        var participantsOf = participations.SelectMany(part => new[] { part.OfficialId, part.AgencyId }.OfType<long>().Select(party => (part.MeetingId, party)))
            .Distinct().ToLookup(part => part.MeetingId, part => part.party);
        var quotesOf = quotes.ToLookup(quote => quote.ArticleId, quote => new SearchedQuote(quote.Start, quote.Language ?? "und", quote.Quote));
        return [.. nodes.Where(node => Kinds.Contains(node.Kind))
            .Select(node => new SearchContent(node.Id, node.Kind, [.. namesOf[node.Id]], [.. textsOf[node.Id]], [.. participantsOf[node.Id]], SearchedQuote.Joined(quotesOf[node.Id])))];
    }

    private static IEnumerable<SearchedText> ArticleTexts(string title, string? text, string? language)
    {
        yield return new SearchedText(EntityNames.Title, language ?? "und", title);
        if (text is not null) yield return new SearchedText(SearchContent.ArticleText, language ?? "und", text);
    }
}
