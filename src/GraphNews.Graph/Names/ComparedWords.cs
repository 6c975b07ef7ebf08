namespace GraphNews.Graph.Names;

/// <summary>The words of a name, in order, and what they are if neighbours are one word.</summary>
internal sealed class ComparedWords
{
    private const int MostJoined = 3;

    private readonly Lazy<ComparedWord?>[] _joined;

    public ComparedWords(IReadOnlyList<ComparedWord> words)
    {
        Words = words;
        _joined = [.. words.SelectMany((_, from) => Enumerable.Range(1, MostJoined).Select(count => new Lazy<ComparedWord?>(() => Joined(from, count))))];
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<ComparedWord> Words { get; }

    /// <summary>
    /// One to three neighbours as one word, as spellings join them: Amir Abdollahian and Amirabdollahian, Ben Kirane and
    /// Benkirane. Null where they are no names.
    /// </summary>
    public ComparedWord? Join(int from, int count) => _joined[(from * MostJoined) + count - 1].Value;

    private ComparedWord? Joined(int from, int count)
    {
        if (count == 1)
        {
            return Words[from].Role is WordRole.Name ? Words[from] : null;
        }

        for (var i = from; i < from + count; i++)
        {
            if (!(Words[i].Role is WordRole.Name && Words[i].Text.Length > 1) && !(i == from && Words[i].Role is WordRole.Patronymic))
            {
                return null;
            }
        }

        // A hyphen keeps the letters of two Latin words from being read as one: Mohammad Javad.
        var text = string.Join(ArabicLetters.IsLetter(Words[from].Text[0]) ? "" : "-", Words.Skip(from).Take(count).Select(word => word.Text));
        return new ComparedWord(new NameWord(text, WordRole.Name, false, text), Words[from].IsAfterPatronymic);
    }
}
