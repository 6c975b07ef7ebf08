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
internal static class AlikeNames
{
    /// <summary>The most candidates that are compared.</summary>
    private const int Most = 1_000;

    public static IReadOnlyList<AlikeName> Find(IndexView view, SearchQuery question, SearchText text, IReadOnlyCollection<NodeKind> kinds)
    {
        if (text.SkeletonWords.Count == 0) return [];

        var alike = new List<AlikeName>();
        foreach (var found in view.Searcher.Search(question.OfAlike(kinds), Most).ScoreDocs)
        {
            var content = IndexFields.ContentOf(view.Searcher.Doc(found.Doc));
            if (ScoreOf(content.Names, text) is { } score) alike.Add(new AlikeName(content.Id, score));
        }

        return alike;
    }

    /// <summary>Whether the names sound like the text.</summary>
    public static bool SoundAlike(IReadOnlyList<SearchedName> names, SearchText text)
        => text.SkeletonWords.Count > 0 && ScoreOf(names, text) is not null;

    /// <summary>
    /// How surely the names sound like the text: as whole names, or word by word, since somebody who searches may
    /// know the first name alone. Null if they do not.
    /// </summary>
    private static double? ScoreOf(IReadOnlyList<SearchedName> names, SearchText text)
    {
        var whole = NameMatching.Best(text.Spoken, names.Select(name => new ComparedName(name.Value)), NameMatchMode.CrossScript)?.Score;
        var words = names.SelectMany(name => NameFolding.Fold(name.Value).Loose.Split(' ')).Distinct().Select(word => new ComparedName(word)).ToList();
        var scores = text.SpokenWords.Select(asked => words.Max(word => NameMatching.Compare(asked, word, NameMatchMode.CrossScript)?.Score)).ToList();
        return scores.Contains(null) ? whole : Math.Max(whole ?? 0, scores.Average()!.Value);
    }
}
