using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Search;

/// <summary>An entity whose name sounds like the text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">How sure that is, above 0 and up to 1.</param>
internal sealed record AlikeName(long Id, double Score);

/// <summary>
/// Finds names that sound like the text, in any script. Their consonants are looked up, and then each name is
/// compared: محمد and محمود have the same consonants.
/// </summary>
internal sealed class AlikeNames(SearchText text)
{
    /// <summary>The most candidates that are compared.</summary>
    private const int Most = 1_000;

    private readonly ComparedName _whole = new(text.Text);
    private readonly IReadOnlyList<ComparedName> _words = [.. text.LooseWords.Select(word => new ComparedName(word))];

    // A thousand names share most of their words.
    private readonly Dictionary<string, IReadOnlyList<double>> _scores = new(StringComparer.Ordinal);

    public IReadOnlyList<AlikeName> Find(IndexView view, SearchQuery question, IReadOnlyCollection<NodeKind> kinds)
    {
        if (text.SkeletonWords.Count == 0) return [];

        var alike = new List<AlikeName>();
        foreach (var found in view.Searcher.Search(question.OfAlike(kinds), Most).ScoreDocs)
        {
            var content = IndexFields.ContentOf(view.Searcher.Doc(found.Doc));
            if (ScoreOf(content.Names) is > 0 and var score) alike.Add(new AlikeName(content.Id, score));
        }

        return alike;
    }

    /// <summary>Whether the names sound like the text.</summary>
    public bool SoundAlike(IReadOnlyList<SearchedName> names) => text.SkeletonWords.Count > 0 && ScoreOf(names) > 0;

    /// <summary>
    /// How surely the names sound like the text: word by word, since somebody who searches may know the first name
    /// alone, or else as whole names. 0 if they do not.
    /// </summary>
    private double ScoreOf(IReadOnlyList<SearchedName> names)
    {
        var inNames = names.SelectMany(name => NameFolding.Fold(name.Value).Loose.Split(' ')).Distinct().Select(ScoresOf).ToList();
        var scores = _words.Select((_, asked) => inNames.Count == 0 ? 0 : inNames.Max(word => word[asked])).ToList();
        return scores.Contains(0)
            ? NameMatching.Best(_whole, names.Select(name => new ComparedName(name.Value)), NameMatchMode.CrossScript)?.Score ?? 0
            : scores.Average();
    }

    /// <summary>How surely a word of a name sounds like each word of the text; 0 where it does not.</summary>
    private IReadOnlyList<double> ScoresOf(string word)
    {
        if (_scores.TryGetValue(word, out var known)) return known;

        var compared = new ComparedName(word);
        return _scores[word] = [.. _words.Select(asked => NameMatching.Compare(asked, compared, NameMatchMode.CrossScript)?.Score ?? 0)];
    }
}
