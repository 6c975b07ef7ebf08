using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>
/// Makes a folded name's articles, joined words and seats of hamza alike: al-Houthi and Houthi, عبد اللطيف and
/// عبداللطيف, Abdul Malik and Abdelmalik, Nour Eddine and Noureddine, مسؤول and مسوول.
/// </summary>
internal static class LooseName
{
    private const string Servant = "abdal";
    private const string Religion = "aldin";

    // A rest shorter than this is more likely a name that happens to begin so: علي has no article, nor has Alia.
    private const int ShortestRest = 3;

    private static readonly string[] _servants = ["abdul", "abdel", "abdal", "abdoul", "abdol", "abdil"];
    private static readonly string[] _religions =
        ["eddine", "eddin", "edin", "uddin", "oddin", "addin", "aldin", "aldeen", "eldin", "eldine"];

    // The article before a letter that it takes the sound of: ash-Shaykh, ad-Din.
    private static readonly string[] _sunLetters = ["sh", "th", "dh", "t", "d", "r", "z", "s", "n"];

    /// <summary>The loose form of a folded name.</summary>
    public static string From(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Respell).ToList();
        var loose = new List<string>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1] : null;
            if (next is not null && IsArticle(words[i], next))
            {
                Add(loose, next, afterArticle: true);
                i++;
            }
            else if (next is not null && JoinServant(words, i) is var (joined, used))
            {
                loose.Add(joined);
                i += used;
            }
            else
            {
                Add(loose, words[i], afterArticle: false);
            }
        }

        return string.Join(' ', loose.Count > 0 ? loose : words);
    }

    private static void Add(List<string> loose, string word, bool afterArticle)
    {
        if (IsReligion(word, afterArticle) && loose.Count > 0)
        {
            loose[^1] += word[0] is ArabicLetters.Alef ? ArabicLetters.AlDin[2..] : Religion[2..];
            return;
        }

        loose.Add(WithoutArticle(WithReligion(WithServant(word))));
    }

    // "abd al wafi", "abdul malik", "عبد اللطيف": one word, however it is written.
    private static (string Joined, int Used)? JoinServant(List<string> words, int i)
    {
        if (words[i] == ArabicLetters.Abd && words[i + 1].StartsWith(ArabicLetters.Al, StringComparison.Ordinal))
        {
            return (words[i] + words[i + 1], 1);
        }

        if (_servants.Contains(words[i]))
        {
            return (Servant + words[i + 1], 1);
        }

        return words[i] is "abd" or "abdu" && i + 2 < words.Count && words[i + 1] is "al" or "el" or "ul"
            ? (Servant + words[i + 2], 2)
            : null;
    }

    private static string WithServant(string word)
    {
        var servant = _servants.FirstOrDefault(s => word.StartsWith(s, StringComparison.Ordinal));
        return servant is not null && word.Length >= servant.Length + ShortestRest ? Servant + word[servant.Length..] : word;
    }

    private static string WithReligion(string word)
    {
        if (word.Length > ArabicLetters.AlDin.Length && word.EndsWith(ArabicLetters.AlDin, StringComparison.Ordinal))
        {
            return word[..^ArabicLetters.AlDin.Length] + ArabicLetters.AlDin[2..];
        }

        var religion = _religions.FirstOrDefault(r => word.EndsWith(r, StringComparison.Ordinal));
        return religion is not null && word.Length >= religion.Length + ShortestRest
            ? word[..^religion.Length] + Religion[2..]
            : word;
    }

    private static bool IsReligion(string word, bool afterArticle)
        => word == ArabicLetters.AlDin
            || _religions.Contains(word)
            || (afterArticle && word is "din" or "deen" or "dine" or "ddin" or "ddine");

    private static bool IsArticle(string word, string next)
        => word is "al" or "el" or "ul" or ArabicLetters.Al
            || (word.Length is 2 or 3 && word[0] is 'a' or 'e' or 'u'
                && _sunLetters.Any(sun => word.AsSpan(1).SequenceEqual(sun) && next.StartsWith(sun, StringComparison.Ordinal)));

    private static string WithoutArticle(string word)
    {
        if (word.StartsWith(ArabicLetters.Al, StringComparison.Ordinal))
        {
            return word != ArabicLetters.Allah && word.Length >= ArabicLetters.Al.Length + ShortestRest
                ? word[ArabicLetters.Al.Length..]
                : word;
        }

        return word;
    }

    private static string Respell(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var alike = letter switch
            {
                ArabicLetters.Hamza => default,
                ArabicLetters.WawHamza => ArabicLetters.Waw,
                ArabicLetters.YehHamza => ArabicLetters.Yeh,
                ArabicLetters.TehMarbuta => ArabicLetters.Heh,
                _ => letter,
            };
            if (alike != default)
            {
                text.Append(alike);
            }
        }

        var respelled = text.ToString();
        return respelled switch
        {
            "" => word,
            ArabicLetters.Ibn => ArabicLetters.Bin,
            "ibn" or "ben" => "bin",
            _ => respelled,
        };
    }
}
