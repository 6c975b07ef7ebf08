using System.Text;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Names;

namespace GraphNews.Graph.Search;

/// <summary>The text that somebody searches for. It is text throughout: no character of it is an operator.</summary>
internal sealed class SearchText
{
    private readonly Dictionary<string, IReadOnlyList<AnalysedWord>> _words;

    private SearchText(string text, Analysis analysis)
    {
        Text = text;
        Written = NameFolding.Clean(text);
        var forms = NameFolding.Fold(text);
        Folded = forms.Folded;
        FoldedWords = WordsOf(forms.Folded);
        LooseWords = WordsOf(forms.Loose);
        SkeletonWords = WordsOf(forms.Skeleton);
        _words = analysis.Keys.ToDictionary(static key => key, key => (IReadOnlyList<AnalysedWord>)[.. analysis.Words(key, text).DistinctBy(word => word.Term)]);
    }

    public string Text { get; }

    /// <summary>As a name is stored.</summary>
    public string Written { get; }

    public string Folded { get; }

    public IReadOnlyList<string> FoldedWords { get; }

    public IReadOnlyList<string> LooseWords { get; }

    /// <summary>One for each word that names; none for a title, or for a word without letters that count.</summary>
    public IReadOnlyList<string> SkeletonWords { get; }

    /// <summary>Whether it holds no letter and no digit, so that nothing can be found by it.</summary>
    public bool IsEmpty => FoldedWords.Count == 0;

    /// <summary>Its words by one analysis; none where all are stop words of that language.</summary>
    public IReadOnlyList<AnalysedWord> Words(string analysis) => _words[analysis];

    /// <exception cref="GraphException"><c>SEARCH_TEXT_TOO_LONG</c>.</exception>
    public static SearchText Of(string text, Analysis analysis, SearchOptions options)
    {
        if (text.Length > options.TextCharacters) throw TooLong($"{text.Length} characters", options);

        var whole = Whole(text);
        var words = WordsOf(NameFolding.Folded(whole)).Length;
        return words <= options.TextWords ? new SearchText(whole, analysis) : throw TooLong($"{words} words", options);
    }

    private static string[] WordsOf(string form) => [.. form.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private static GraphException TooLong(string has, SearchOptions options)
        => new(
            ErrorCodes.SearchTextTooLong,
            $"The text has {has}; at most {options.TextCharacters} characters and {options.TextWords} words are searched for. Search for a few words of it.");

    /// <summary>Half of a surrogate pair is no character: it counts as a space, as any sign that is no letter.</summary>
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) whole.Append(' ');
            else whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
