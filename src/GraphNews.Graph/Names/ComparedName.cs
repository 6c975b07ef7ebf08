using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>A name, with all that comparing it needs; made once where it is compared with many.</summary>
internal sealed class ComparedName
{
    // Longer texts are sentences, and are compared as a whole only.
    private const int MostWords = 16;

    private readonly Lazy<FoldedName> _forms;
    private readonly Lazy<IReadOnlyList<ComparedWords>> _orders;

    public ComparedName(string name)
    {
        Value = NameFolding.Clean(name);
        _forms = new(() => NameFolding.Fold(Value));
        _orders = new(() => [.. Orders(Value).Select(Words).Where(words => words.Count is > 0 and <= MostWords).Select(words => new ComparedWords(words))]);
    }

    /// <summary>The name as it is stored.</summary>
    public string Value { get; }

    /// <summary>Its folded form.</summary>
    public string Folded => _forms.Value.Folded;

    /// <summary>Its loose form.</summary>
    public string Loose => _forms.Value.Loose;

    /// <summary>Its skeleton.</summary>
    public string Skeleton => _forms.Value.Skeleton;

    /// <summary>
    /// Its words; a second time with the family name last where the name says that it is first, by a comma or by capitals.
    /// </summary>
    public IReadOnlyList<ComparedWords> WordOrders => _orders.Value;

    /// <summary>How many of its words name.</summary>
    public int WordCount => WordOrders.Count == 0 ? 0 : WordOrders[0].Words.Count(word => word.Role is WordRole.Name);

    /// <summary>Whether all of it can be read aloud, so that it can contradict.</summary>
    public bool IsRead => WordOrders.Count > 0 && WordOrders[0].Words.All(word => word.Readings.Count > 0);

    private static List<ComparedWord> Words(string name)
    {
        var words = new List<ComparedWord>();
        var isAfterPatronymic = false;
        foreach (var word in NameWords.Of(NameFolding.Spoken(name)))
        {
            words.Add(new ComparedWord(word, isAfterPatronymic));
            isAfterPatronymic = word.Role is WordRole.Patronymic || (isAfterPatronymic && word.Role is WordRole.RoyalTitle);
        }

        return words;
    }

    private static IEnumerable<string> Orders(string name)
    {
        yield return name;
        var parts = name.Split(',', '\u060C');
        if (parts.Length == 2)
        {
            yield return $"{parts[1]} {parts[0]}";
            yield break;
        }

        var words = name.Split(' ');
        var capitals = words.TakeWhile(IsCapitals).Count();
        if (capitals > 0 && capitals < words.Length && !words.Skip(capitals).Any(IsCapitals))
        {
            yield return string.Join(' ', words.Skip(capitals).Concat(words.Take(capitals)));
        }
    }

    private static bool IsCapitals(string word)
    {
        var letters = word.EnumerateRunes().Where(Rune.IsLetter).ToList();
        return letters.Count > 1 && letters.TrueForAll(Rune.IsUpper);
    }
}
