using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Search;

/// <summary>Finds the passages of an entity's names and texts that show why it was found.</summary>
/// <param name="text">The text that was searched for.</param>
/// <param name="analysis">How texts become words.</param>
/// <param name="showsText">Whether who asks may read the texts of articles; if not, passages are of what is cited of them.</param>
internal sealed class Passages(SearchText text, Analysis analysis, bool showsText)
{
    /// <summary>The most passages of one hit.</summary>
    private const int MostOfHit = 10;

    /// <summary>The most passages of one text: those with most of the words.</summary>
    private const int MostOfText = 2;

    /// <summary>About as many characters as two lines of a list show.</summary>
    private const int Length = 200;

    /// <summary>How many characters before its first match a passage may begin.</summary>
    private const int Before = 60;

    public IReadOnlyList<Highlight> Of(SearchContent content, MatchedName? match)
    {
        var passages = new List<Highlight>();
        if (match is { Name: var name })
            passages.Add(new Highlight("name", name.Language, name.Value, 0, name.Value.Length, match.SpansOf(text)));
        foreach (var searched in content.Texts.Where(searched => showsText || !IsWithheld(content, searched))) passages.AddRange(Best([(0, searched)]));
        if (!showsText) passages.AddRange(Best(content.Quotes.Select(quote => (quote.Start, new SearchedText(SearchContent.ArticleText, quote.Language, quote.Value)))));
        return [.. passages.Take(MostOfHit)];
    }

    private static bool IsWithheld(SearchContent content, SearchedText searched)
        => content.Kind == NodeKind.SourceArticle && searched.Field == SearchContent.ArticleText;

    /// <summary>The best passages of a text, or of stretches of it, in the order in which they stand there.</summary>
    private IEnumerable<Highlight> Best(IEnumerable<(int Start, SearchedText Text)> stretches)
        => stretches.SelectMany(stretch => Cut(stretch.Text.Value, MatchesIn(stretch.Text)).Select(passage => (stretch.Start, stretch.Text, Passage: passage)))
            .OrderByDescending(found => found.Passage.Words).ThenBy(found => found.Start + found.Passage.Start)
            .Take(MostOfText)
            .OrderBy(found => found.Start + found.Passage.Start)
            .Select(found => new Highlight(
                found.Text.Field, found.Text.Language, found.Text.Value[found.Passage.Start..found.Passage.End],
                found.Start + found.Passage.Start, found.Start + found.Passage.End,
                [.. found.Passage.Matches.Select(match => new TextSpan(found.Start + match.Span.Start, found.Start + match.Span.End))]));

    /// <summary>The places of words that match by any analysis of the text, in order, none inside another.</summary>
    private List<FoundWord> MatchesIn(SearchedText searched)
    {
        var found = new Dictionary<int, FoundWord>();
        foreach (var key in analysis.Of(searched.Language))
        {
            var asked = text.Words(key);
            var byTerm = asked.ToDictionary(word => word.Term, word => word.Start, StringComparer.Ordinal);
            var halfTyped = key == Analysis.Any && asked.Count > 0 ? asked[^1] : (AnalysedWord?)null;
            foreach (var word in analysis.Words(key, searched.Value))
            {
                if (byTerm.TryGetValue(word.Term, out var place))
                    found.TryAdd(word.Start, new FoundWord(new TextSpan(word.Start, word.End), place));
                else if (halfTyped is { } last && word.Term.StartsWith(last.Term, StringComparison.Ordinal))
                    found.TryAdd(word.Start, new FoundWord(new TextSpan(word.Start, word.End), last.Start));
            }
        }

        var apart = new List<FoundWord>(found.Count);
        foreach (var word in found.Values.OrderBy(word => word.Span.Start))
        {
            if (apart.Count == 0 || word.Span.Start >= apart[^1].Span.End) apart.Add(word);
        }

        return apart;
    }

    /// <summary>Cuts the text into passages around the matches, each as long as it may be.</summary>
    private static IEnumerable<Passage> Cut(string whole, List<FoundWord> matches)
    {
        for (var i = 0; i < matches.Count;)
        {
            var start = WordBoundary.AtOrAfter(whole, Math.Max(0, matches[i].Span.Start - Before), matches[i].Span.Start);
            var inside = matches.Skip(i).TakeWhile(found => found == matches[i] || found.Span.End <= start + Length).ToList();
            var end = WordBoundary.AtOrBefore(whole, Math.Min(whole.Length, start + Length), inside[^1].Span.End);
            yield return new Passage(start, end, inside, inside.Select(found => found.Asked).Distinct().Count());
            i += inside.Count;
        }
    }

    private sealed record FoundWord(TextSpan Span, int Asked);

    private sealed record Passage(int Start, int End, List<FoundWord> Matches, int Words);
}

/// <summary>Where a passage may begin and end without cutting a word.</summary>
internal static class WordBoundary
{
    /// <summary>The first beginning of a word from a place on, at the latest at the limit.</summary>
    public static int AtOrAfter(string text, int place, int limit)
    {
        if (place == 0) return 0;
        while (place < limit && !(char.IsWhiteSpace(text[place - 1]) && !char.IsWhiteSpace(text[place]))) place++;
        return place;
    }

    /// <summary>The last end of a word up to a place, at the earliest at the limit.</summary>
    public static int AtOrBefore(string text, int place, int limit)
    {
        if (place == text.Length) return place;
        while (place > limit && !(char.IsWhiteSpace(text[place]) && !char.IsWhiteSpace(text[place - 1]))) place--;
        return place;
    }
}
