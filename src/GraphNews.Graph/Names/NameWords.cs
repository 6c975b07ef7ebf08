namespace GraphNews.Graph.Names;

/// <summary>
/// Takes a folded name apart into words and makes alike how they are joined: al-Houthi and Houthi, عبد اللطيف and
/// عبداللطيف, Abdul Malik and Abdelmalik, Nour Eddine and Noureddine, Abu Dhabi and Abudhabi.
/// </summary>
internal static class NameWords
{
    /// <summary>"Servant of the", as it is written here whatever the spelling.</summary>
    public const string Servant = "abdal";

    private const string Religion = "aldin";
    private const string Father = "abu";

    // A rest shorter than this is more likely a name that happens to begin so: علي has no article, nor has Alia.
    private const int ShortestRest = 3;

    private static readonly string[] _servants = ["abdul", "abdel", "abdal", "abdoul", "abdol", "abdil"];
    private static readonly string[] _fathers = ["aboul", "abul", "abou", "abu"];
    private static readonly string[] _religions =
    [
        "eddine", "eddin", "edin", "eddeen", "uddin", "uddine", "uddeen", "oddin", "oddine", "addin", "iddin", "iddine", "aldin", "aldeen", "eldin",
        "eldine",
    ];

    // The article before a letter that it takes the sound of: ash-Shaykh, ad-Din.
    private static readonly string[] _sunLetters = ["ch", "sh", "th", "dh", "t", "d", "r", "z", "s", "n"];

    /// <summary>The words of a folded name, in order.</summary>
    public static IReadOnlyList<NameWord> Of(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = new List<NameWord>(words.Length);
        for (var i = 0; i < words.Length;)
        {
            i += Add(joined, words, i);
        }

        // What nothing follows is a name: Mohamed Ould Cheikh.
        if (joined.Count > 0 && joined[^1].Role is WordRole.RoyalTitle)
        {
            joined[^1] = joined[^1] with { Role = WordRole.Name };
        }

        return joined;
    }

    // How many words were used.
    private static int Add(List<NameWord> joined, string[] words, int i)
    {
        var word = words[i];
        var next = i + 1 < words.Length ? words[i + 1] : null;
        if (next is not null && JoinServant(words, i) is var (servant, used))
        {
            joined.Add(Plain(servant));
            return used;
        }

        if (next is not null && IsFather(word) && !NameParticles.Patronymics.ContainsKey(next))
        {
            var articled = i + 2 < words.Length && IsArticle(next, words[i + 2]);
            joined.Add(Plain((ArabicLetters.Contains(word[0]) ? ArabicLetters.Father : Father) + WithoutArticle(articled ? words[i + 2] : next)));
            return articled ? 3 : 2;
        }

        if (next is not null && IsArticle(word, next))
        {
            AddWord(joined, next, afterArticle: true);
            return 2;
        }

        AddWord(joined, word, afterArticle: false);
        return 1;
    }

    private static void AddWord(List<NameWord> joined, string word, bool afterArticle)
    {
        if (joined.Count > 0 && joined[^1].Role is WordRole.Name)
        {
            // "Nour Eddine", "Nasr Allah": the second half of the word before.
            if (IsReligion(word, afterArticle))
            {
                joined[^1] = Plain(joined[^1].Text + (word[0] is ArabicLetters.Alef ? ArabicLetters.AlDin : Religion));
                return;
            }

            if (word is ArabicLetters.Allah or "allah" or "ullah")
            {
                joined[^1] = Plain(joined[^1].Text + word);
                return;
            }
        }

        var role = RoleOf(word, joined);
        var text = role is WordRole.Patronymic
            ? NameParticles.Patronymics[ArabicLetters.PlainAlef(word)]
            : WithoutArticle(WithReligion(WithFather(WithServant(word))));
        joined.Add(new NameWord(text, role, afterArticle || HasArticle(word), HasArticle(word) ? word : text));
    }

    private static NameWord Plain(string text) => new(text, WordRole.Name, false, text);

    private static WordRole RoleOf(string word, List<NameWord> before)
    {
        var plain = ArabicLetters.PlainAlef(word);
        var isHead = before.TrueForAll(w => w.Role is WordRole.Title or WordRole.RoyalTitle);
        return NameParticles.Patronymics.ContainsKey(plain) ? WordRole.Patronymic
            : (isHead || before[^1].Role is WordRole.Patronymic) && NameParticles.RoyalTitles.Contains(plain) ? WordRole.RoyalTitle
            : NameParticles.Titles.Contains(plain) ? WordRole.Title
            : !isHead && NameParticles.Joining.Contains(plain) ? WordRole.Particle
            : WordRole.Name;
    }

    // "abd al wafi", "abdul malik", "abd errahman", "عبد اللطيف": one word, however it is written.
    private static (string Joined, int Used)? JoinServant(string[] words, int i)
    {
        if (words[i] is ArabicLetters.Abd or ArabicLetters.Bin + ArabicLetters.Abd)
        {
            return (words[i] + words[i + 1], 2);
        }

        if (_servants.Contains(words[i]))
        {
            return (Servant + words[i + 1], 2);
        }

        if (words[i] is not ("abd" or "abdu"))
        {
            return null;
        }

        if (i + 2 < words.Length && IsArticle(words[i + 1], words[i + 2]))
        {
            return (Servant + words[i + 2], 3);
        }

        return words[i + 1].Length >= 5 && words[i + 1][..2] is "al" or "el" or "ul" ? (Servant + words[i + 1][2..], 2) : null;
    }

    private static string WithServant(string word)
    {
        var servant = _servants.FirstOrDefault(s => word.StartsWith(s, StringComparison.Ordinal));
        if (servant is not null && word.Length >= servant.Length + ShortestRest - 1)
        {
            return Servant + word[servant.Length..];
        }

        // The article took the sound of the next letter: Abderrahmane, Abdussalam, Abdenacer.
        var sun = word.StartsWith("abd", StringComparison.Ordinal) ? word.AsSpan(3).IndexOfAnyExcept("aeiou") + 3 : 0;
        return sun > 3 && _sunLetters.FirstOrDefault(s => word.AsSpan(sun).StartsWith(s, StringComparison.Ordinal)) is { } letters
            && word[sun..] is { Length: > ShortestRest } rest
                ? Servant + (rest.StartsWith(letters + letters, StringComparison.Ordinal) ? rest[letters.Length..] : rest)
                : word;
    }

    private static string WithFather(string word)
    {
        if (word.StartsWith(ArabicLetters.Father + ArabicLetters.Al, StringComparison.Ordinal))
        {
            return ArabicLetters.Father + word[(ArabicLetters.Father.Length + ArabicLetters.Al.Length)..];
        }

        var father = _fathers.FirstOrDefault(f => word.StartsWith(f, StringComparison.Ordinal) && word.Length >= f.Length + ShortestRest);
        return father is null ? word : Father + word[father.Length..];
    }

    private static string WithReligion(string word)
    {
        var religion = _religions.FirstOrDefault(r => word.EndsWith(r, StringComparison.Ordinal));
        return religion is not null && word.Length >= religion.Length + ShortestRest
            ? word[..^religion.Length] + Religion
            : word;
    }

    private static bool IsFather(string word)
        => ArabicLetters.PlainAlef(word) is ArabicLetters.Father or "abu" or "abou" or "abo" or "aboul" or "abul";

    private static bool IsReligion(string word, bool afterArticle)
        => word == ArabicLetters.AlDin
            || _religions.Contains(word)
            || (afterArticle && word is "din" or "deen" or "dine" or "ddin" or "ddine");

    private static bool IsArticle(string word, string next)
        => word is "al" or "el" or "ul" || ArabicLetters.PlainAlef(word) is ArabicLetters.Al
            || (word.Length is 2 or 3 && word[0] is 'a' or 'e' or 'u'
                && _sunLetters.Any(sun => word.AsSpan(1).SequenceEqual(sun) && next.StartsWith(sun, StringComparison.Ordinal)));

    // An alef with a hamza is no article: ألبير, إلياس.
    private static bool HasArticle(string word)
        => word.StartsWith(ArabicLetters.Al, StringComparison.Ordinal)
            && word != ArabicLetters.Allah && word.Length >= ArabicLetters.Al.Length + ShortestRest;

    private static string WithoutArticle(string word) => HasArticle(word) ? word[ArabicLetters.Al.Length..] : word;
}
