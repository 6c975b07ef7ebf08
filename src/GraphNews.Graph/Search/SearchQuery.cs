using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace GraphNews.Graph.Search;

/// <summary>
/// Asks the index for a text. All words must be found. A name counts the more the closer it is to the text; below
/// names come titles and texts, by how rare the words are and how often they stand there (BM25).
/// </summary>
/// <param name="text">The text.</param>
/// <param name="analysis">How texts become words.</param>
/// <param name="showsText">Whether who asks may read the texts of articles. Who may not could guess them word by word by what is found.</param>
internal sealed class SearchQuery(SearchText text, Analysis analysis, bool showsText)
{
    private const float Title = 2;

    // Between equal names the one with fewer other words comes first; it never lifts a name into the rank above.
    private const float AmongEqual = 0.5f;

    /// <summary>Entities with names that may sound like the text; the names have to be compared. A number sounds like nothing else.</summary>
    public Query OfAlike(IReadOnlyCollection<NodeKind> kinds)
    {
        var alike = All(text.SkeletonWords, word => new TermQuery(new Term(IndexFields.SkeletonWords, word)));
        foreach (var number in text.LooseWords.Where(word => !word.Any(char.IsLetter))) alike.Add(new TermQuery(new Term(IndexFields.LooseWords, number)), Occur.MUST);
        alike.Add(OfKinds(kinds), Occur.MUST);
        alike.Add(InNames(), Occur.MUST_NOT);
        return alike;
    }

    /// <summary>All that is found.</summary>
    /// <param name="kinds">The kinds of entities that may be found.</param>
    /// <param name="alike">The entities whose names sound like the text, with how sure that is, up to 1.</param>
    /// <param name="participants">Those whose meetings are found as well.</param>
    public Query Of(IReadOnlyCollection<NodeKind> kinds, IReadOnlyCollection<AlikeName> alike, IReadOnlyCollection<long> participants)
    {
        var ranks = new DisjunctionMaxQuery(0)
        {
            Rank(MatchRule.Exact, new TermQuery(new Term(IndexFields.WrittenName, text.Written))),
            Rank(MatchRule.Folded, InNames()),
            Rank(MatchRule.Loose, All(text.LooseWords, word => new TermQuery(new Term(IndexFields.LooseWords, word)))),
            Rank(MatchRule.Prefix, All(text.FoldedWords, word => new PrefixQuery(new Term(IndexFields.NameWords, word)))),
            Rank(MatchRule.Prefix, All(text.LooseWords, word => new PrefixQuery(new Term(IndexFields.LooseWords, word)))),
            new ConstantScoreQuery(new TermQuery(new Term(IndexFields.FoldedName, text.Folded))) { Boost = MatchRanks.WholeFolded },
        };
        foreach (var name in alike) ranks.Add(new ConstantScoreQuery(new TermQuery(IndexFields.TermOf(name.Id))) { Boost = MatchRanks.OfAlike(name.Score) });
        if (participants.Count > 0)
            ranks.Add(new ConstantScoreQuery(Any(participants.Select(id => new TermQuery(IndexFields.TermOfParticipant(id))))) { Boost = MatchRanks.Participant });
        foreach (var key in analysis.Keys.Where(key => text.Words(key).Count > 0)) ranks.Add(InTexts(key));

        var query = new BooleanQuery { { ranks, Occur.MUST }, { OfKinds(kinds), Occur.MUST } };
        foreach (var word in text.FoldedWords) query.Add(new TermQuery(new Term(IndexFields.NameWords, word)) { Boost = AmongEqual }, Occur.SHOULD);
        return query;
    }

    /// <summary>Officials and agencies with names that have all words.</summary>
    /// <param name="alike">Those whose names sound like the text.</param>
    public Query OfParticipants(IReadOnlyCollection<AlikeName> alike)
    {
        var ranks = new DisjunctionMaxQuery(0)
        {
            Rank(MatchRule.Folded, InNames()),
            Rank(MatchRule.Loose, All(text.LooseWords, word => new TermQuery(new Term(IndexFields.LooseWords, word)))),
        };
        foreach (var name in alike) ranks.Add(new ConstantScoreQuery(new TermQuery(IndexFields.TermOf(name.Id))) { Boost = MatchRanks.OfAlike(name.Score) });
        return new BooleanQuery { { ranks, Occur.MUST }, { OfKinds(Participants.Kinds), Occur.MUST } };
    }

    private BooleanQuery InNames() => All(text.FoldedWords, word => new TermQuery(new Term(IndexFields.NameWords, word)));

    private static ConstantScoreQuery Rank(MatchRule rule, Query query) => new(query) { Boost = MatchRanks.Of(rule) };

    private static BooleanQuery All(IEnumerable<string> words, Func<string, Query> find)
    {
        var all = new BooleanQuery();
        foreach (var word in words) all.Add(find(word), Occur.MUST);
        return all;
    }

    private static ConstantScoreQuery OfKinds(IReadOnlyCollection<NodeKind> kinds)
        => new(Any(kinds.Select(kind => new TermQuery(new Term(IndexFields.Kind, kind.ToString()))))) { Boost = 0 };

    private static BooleanQuery Any(IEnumerable<Query> queries)
    {
        var any = new BooleanQuery();
        foreach (var query in queries) any.Add(query, Occur.SHOULD);
        return any;
    }

    /// <summary>
    /// Each word in a title, in a text, or in a name, but one at least in a title or text: a language's stop words are
    /// left out, and in a name they count.
    /// </summary>
    private BooleanQuery InTexts(string key)
    {
        var all = new BooleanQuery();
        var written = new BooleanQuery();
        var words = text.Words(key);
        foreach (var word in words)
        {
            var inText = InText(key, word, halfTyped: key == Analysis.Any && word == words[^1]);
            written.Add(inText, Occur.SHOULD);
            var anywhere = new DisjunctionMaxQuery(0) { inText };
            var inName = NameFolding.Folded(text.Text[word.Start..word.End]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (inName.Length > 0) anywhere.Add(All(inName, part => new TermQuery(new Term(IndexFields.NameWords, part))));
            all.Add(anywhere, Occur.MUST);
        }

        all.Add(new ConstantScoreQuery(written) { Boost = 0 }, Occur.MUST);
        return all;
    }

    private DisjunctionMaxQuery InText(string key, AnalysedWord word, bool halfTyped)
    {
        var query = new DisjunctionMaxQuery(0.1f) { new TermQuery(new Term(IndexFields.Title(key), word.Term)) { Boost = Title } };
        var bodies = showsText ? new[] { IndexFields.Body(key), IndexFields.Whole(key) } : [IndexFields.Body(key)];
        foreach (var body in bodies) query.Add(new TermQuery(new Term(body, word.Term)));
        if (!halfTyped) return query;

        query.Add(new PrefixQuery(new Term(IndexFields.Title(key), word.Term)));
        foreach (var body in bodies) query.Add(new PrefixQuery(new Term(body, word.Term)));
        return query;
    }
}
