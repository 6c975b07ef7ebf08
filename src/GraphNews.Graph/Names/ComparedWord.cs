namespace GraphNews.Graph.Names;

/// <summary>A word of a name with the ways to read it.</summary>
internal sealed class ComparedWord
{
    // What stands before a word and may be part of it: an article, an article that took the next letter's sound.
    private const int ShortestRest = 4;

    // The article in Larbi and Lakhdar.
    private const string Lam = "\u0644";

    public ComparedWord(NameWord word, bool isAfterPatronymic)
    {
        (Text, Role, IsAfterPatronymic) = (word.Text, word.Role, isAfterPatronymic);
        Readings = Read(word.Text);
        WithArticle = word.Written != word.Text ? [.. Read(word.Written), .. Read(Lam + word.Text)] : [];
        WithoutArticle = JoinedArticle(word.Text) is { } rest ? Read(rest) : [];
        HasArticle = word.HasArticle;
        AssimilatedArticle = word.Text.Length > ShortestRest + 1 && word.Text[0] is 'a' or 'e' && word.Text[1] == word.Text[2] && "tdrszn".Contains(word.Text[1], StringComparison.Ordinal)
            ? Read(word.Text[2..])
            : [];
    }

    /// <summary>The word.</summary>
    public string Text { get; }

    /// <summary>What it does in the name.</summary>
    public WordRole Role { get; }

    /// <summary>Whether bin, ould or the like stands before it.</summary>
    public bool IsAfterPatronymic { get; }

    /// <summary>Whether its article was written so that it could be told.</summary>
    public bool HasArticle { get; }

    /// <summary>How much the word counts.</summary>
    public double Weight => Readings.Count > 0 ? 1 + Readings[0].Consonants.Count : 1 + Text.Length;

    /// <summary>Whether it is one letter for a name.</summary>
    public bool IsInitial => Text.Length == 1 && Readings.Count > 0;

    /// <summary>The readings; none if the word has letters or digits that are not read, and has to be the same.</summary>
    public IReadOnlyList<SpokenWord> Readings { get; }

    /// <summary>The readings with and without what may be an article.</summary>
    public IEnumerable<SpokenWord> AllReadings => [.. Readings, .. WithArticle, .. WithoutArticle, .. AssimilatedArticle];

    private IReadOnlyList<SpokenWord> WithArticle { get; }

    private IReadOnlyList<SpokenWord> WithoutArticle { get; }

    private IReadOnlyList<SpokenWord> AssimilatedArticle { get; }

    /// <summary>How alike two words are, from 0.7 to 1; null if they are different words.</summary>
    public static double? Similarity(ComparedWord one, ComparedWord other)
    {
        if (one.Text == other.Text)
        {
            return 1;
        }

        if (one.IsInitial || other.IsInitial)
        {
            return null;
        }

        var best = Best(one.Readings, other.Readings, 0);
        best = Greater(best, Best(one.WithArticle, other.Readings, 0));
        best = Greater(best, Best(one.Readings, other.WithArticle, 0));
        best = Greater(best, Best(one.WithoutArticle, other.Readings, 0.03));
        best = Greater(best, Best(one.Readings, other.WithoutArticle, 0.03));
        if (other.HasArticle) best = Greater(best, Best(one.AssimilatedArticle, other.Readings, 0.03));
        if (one.HasArticle) best = Greater(best, Best(one.Readings, other.AssimilatedArticle, 0.03));
        return best;
    }

    /// <summary>Whether an initial can stand for a word.</summary>
    public static bool Abbreviates(ComparedWord initial, ComparedWord word)
    {
        if (!initial.IsInitial || word.IsInitial || word.Readings.Count == 0)
        {
            return false;
        }

        var (letter, spoken) = (initial.Readings[0], word.Readings[0]);
        return letter.Consonants.Count > 0
            ? spoken.Slots[0].Length == 0 && spoken.Consonants.Count > 0 && Consonants.Distance(letter.Consonants[0], spoken.Consonants[0]) <= 0.15
            : spoken.Slots[0].Length > 0
                && SlotDistance.Of(letter.Slots[0], spoken.Slots[0][..1], (i, j) => Agree(letter.Slots[0][i], spoken.Slots[0][j]) ? 0 : 1, _ => 1, _ => 1) == 0;
    }

    private static bool Agree(char one, char other) => one == other || ArabicSlots.IsThroat(one) || ArabicSlots.IsThroat(other)
        || (one, other) is ('w', ArabicSlots.Waw) or ('y', ArabicSlots.Yeh) or (ArabicSlots.Waw, 'w') or (ArabicSlots.Yeh, 'y');

    private static double? Best(IReadOnlyList<SpokenWord> some, IReadOnlyList<SpokenWord> others, double penalty)
    {
        double? best = null;
        for (var i = 0; i < some.Count; i++)
        {
            for (var j = 0; j < others.Count; j++)
            {
                // Two Latin spellings, both read in an unusual way, are rather two names: Saleh and Salah without their h.
                if (i == 0 || j == 0 || some[i].IsArabic != others[j].IsArabic)
                {
                    best = Greater(best, WordDistance.Similarity(some[i], others[j]) - penalty);
                }
            }
        }

        return best;
    }

    private static double? Greater(double? one, double? other) => one is null || other > one ? other : one;

    private static string? JoinedArticle(string word)
        => word.Length >= ShortestRest + 2 && word[..2] is "al" or "el" && !word.StartsWith(NameWords.Servant, StringComparison.Ordinal) ? word[2..] : null;

    /// <summary>The ways to read a word; none if it has letters or digits that are not read.</summary>
    public static IReadOnlyList<SpokenWord> Read(string word)
        => word.Length > 0 && word.All(ArabicLetters.IsLetter)
            ? [.. ArabicReading.Of(word)]
            : [.. LatinReading.Of(Romanization.Of(word))];
}
