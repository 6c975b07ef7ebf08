using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Citations;

/// <summary>Every fact that shows is supported by a citation that shows, or stated by somebody; every quote stands where it says.</summary>
internal static class Evidence
{
    /// <summary>Notes the facts that an edit may have left without support, and compares quotes with their articles.</summary>
    public static async Task CheckAsync(GraphEdit edit, EditedRows rows, CancellationToken cancel)
    {
        var quotes = new List<Citation>();
        foreach (var edited in rows.Edited)
        {
            switch (edited.Row)
            {
                case Fact { StatedBy: null } fact when edited.IsNew || edited.Changes(nameof(Fact.StatedBy)) || edited.Changes(nameof(GraphRow.HiddenSince)):
                    edit.Doubtful.Add(fact.Id);
                    break;
                case Citation citation:
                    if (edited.IsChanged) edit.Doubtful.Add((long)edited.Before(nameof(Citation.SubjectId))!);
                    quotes.Add(citation);
                    break;
            }
        }

        await ComparePositionsAsync(edit, rows, quotes, cancel).ConfigureAwait(false);
    }

    /// <exception cref="GraphException">A fact has neither a citation nor somebody who states it.</exception>
    public static async Task RequireAsync(GraphEdit edit, CancellationToken cancel)
    {
        var citations = edit.Context.Citations.Where(c => c.HiddenSince == null);
        foreach (var some in edit.Doubtful.Order().Chunk(RowTable.KeysAtOnce))
        {
            var supported = await citations.Where(c => some.Contains(c.SubjectId)).Select(c => c.SubjectId).Distinct()
                .ToListAsync(cancel).ConfigureAwait(false);
            var bare = some.Except(supported).ToArray();
            if (bare.Length == 0) continue;
            var kinds = await edit.Context.Nodes.AsNoTracking().Where(n => bare.Contains(n.Id)).Select(n => new { n.Id, n.Kind })
                .ToListAsync(cancel).ConfigureAwait(false);
            foreach (var table in kinds.GroupBy(k => k.Kind, k => k.Id))
            {
                var facts = await edit.Tables[table.Key].FindAsync(edit.Context, table, cancel).ConfigureAwait(false);
                if (facts.OfType<Fact>().FirstOrDefault(f => f is { HiddenSince: null, StatedBy: null }) is { } fact)
                {
                    throw new GraphException(
                        ErrorCodes.UncitedFact, $"{table.Key} {fact.Id} has no source. Cite an article for it, say who states it, or retract it.");
                }
            }
        }
    }

    private static async Task ComparePositionsAsync(GraphEdit edit, EditedRows rows, List<Citation> citations, CancellationToken cancel)
    {
        var quotes = citations.Where(c => c.Quote is not null || c.Start is not null || c.End is not null).ToLookup(c => c.ArticleId);
        if (quotes.Count == 0) return;
        var articles = await rows.FindAsync(edit.Tables[NodeKind.SourceArticle], [.. quotes.Select(q => q.Key)], cancel).ConfigureAwait(false);
        foreach (var article in articles.Cast<SourceArticle>())
        {
            foreach (var citation in quotes[article.Id].Where(c => !IsInPlace(c, article.Text)))
            {
                throw new GraphException(
                    ErrorCodes.MisplacedQuote,
                    $"Citation {citation.Id} does not find its quote at {citation.Start} to {citation.End} of the text of article {article.Id}. Count in UTF-16 code units, the end exclusive.");
            }
        }
    }

    // Without its article's text, or without a position, a quote cannot be compared.
    private static bool IsInPlace(Citation citation, string? text) => citation switch
    {
        { Start: null, End: null } => true,
        { Start: { } start, End: { } end, Quote: { } quote } => start >= 0 && end >= start
            && (text is null || (end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(quote))),
        _ => false,
    };
}
