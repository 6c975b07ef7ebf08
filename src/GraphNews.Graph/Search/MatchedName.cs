using GraphNews.Graph.Names;

namespace GraphNews.Graph.Search;

/// <summary>Which of an entity's names a text matches, and how.</summary>
/// <param name="Name">The name that has most of the words.</param>
/// <param name="Rule">The closest rule by which its names, taken together, have all of them.</param>
internal sealed record MatchedName(SearchedName Name, MatchRule Rule)
{
    /// <summary>The closest match; null if the names do not have all words by any rule.</summary>
    public static MatchedName? Find(IReadOnlyList<SearchedName> names, SearchText text, AlikeNames alike)
    {
        if (names.FirstOrDefault(name => NameFolding.Clean(name.Value) == text.Written) is { } exact) return new MatchedName(exact, MatchRule.Exact);

        var forms = names.Select(name => (Name: name, Forms: NameFolding.Fold(name.Value))).ToList();
        return By(MatchRule.Folded, text.FoldedWords, forms => forms.Folded, Same)
            ?? By(MatchRule.Loose, text.LooseWords, forms => forms.Loose, Same)
            ?? (alike.SoundAlike(names) ? By(MatchRule.CrossScript, text.SkeletonWords, forms => forms.Skeleton, Same) : null)
            ?? By(MatchRule.Prefix, text.FoldedWords, forms => forms.Folded, Begins)
            ?? By(MatchRule.Prefix, text.LooseWords, forms => forms.Loose, Begins);

        MatchedName? By(MatchRule rule, IReadOnlyList<string> words, Func<FoldedName, string> form, Func<string, string, bool> matches)
        {
            var found = forms.ConvertAll(name => (name.Name, Words: form(name.Forms).Split(' ')));
            if (!words.All(word => found.Exists(name => Has(name.Words, word)))) return null;
            return new MatchedName(found.OrderByDescending(name => words.Count(word => Has(name.Words, word))).ThenBy(name => name.Words.Length).First().Name, rule);

            bool Has(string[] inName, string word) => Array.Exists(inName, other => matches(other, word));
        }
    }

    /// <summary>The words of the name that match, by their places in it; the whole name if it matches as a whole only.</summary>
    public IReadOnlyList<TextSpan> SpansOf(SearchText text)
    {
        var words = WrittenWords.Of(Name.Value);
        var spans = new List<TextSpan>();
        for (var first = 0; first < words.Count; first++)
        {
            // Some words are joined before they are compared: عبد اللطيف.
            for (var last = first; last < Math.Min(first + 3, words.Count); last++)
            {
                var span = new TextSpan(words[first].Start, words[last].End);
                if (!Matches(NameFolding.Fold(Name.Value[span.Start..span.End]), text)) continue;
                spans.Add(span);
                first = last;
                break;
            }
        }

        return spans.Count > 0 ? spans : [new TextSpan(0, Name.Value.Length)];
    }

    private bool Matches(FoldedName word, SearchText text) => Rule switch
    {
        MatchRule.Loose => Any(text.LooseWords, word.Loose, Same),
        MatchRule.CrossScript => Any(text.SkeletonWords, word.Skeleton, Same),
        MatchRule.Prefix => Any(text.FoldedWords, word.Folded, Begins) || Any(text.LooseWords, word.Loose, Begins),
        _ => Any(text.FoldedWords, word.Folded, Same),
    };

    // Several words of the name may fold to more than one word, as of a name with a hyphen.
    private static bool Any(IReadOnlyList<string> words, string form, Func<string, string, bool> matches)
        => form.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts && Array.TrueForAll(parts, part => words.Any(word => matches(part, word)));

    private static bool Same(string inName, string word) => inName == word;

    private static bool Begins(string inName, string word) => inName.StartsWith(word, StringComparison.Ordinal);
}

/// <summary>The words of a name as written, by their places.</summary>
internal static class WrittenWords
{
    public static IReadOnlyList<TextSpan> Of(string name)
    {
        var words = new List<TextSpan>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var inside = i < name.Length && !char.IsWhiteSpace(name[i]) && name[i] is not '-' and not '‐' and not '–' and not ',' and not '/' and not '(' and not ')';
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(new TextSpan(start, i));
            start = -1;
        }

        return words;
    }
}
