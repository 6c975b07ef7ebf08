using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>
/// Reduces a loose name to classes of consonants that Arabic, Latin, Cyrillic and Greek spellings share. It finds
/// candidates and proves nothing: محمد and محمود have the same skeleton, so what it finds has to be scored.
/// </summary>
internal static class NameSkeleton
{
    // Longest first. Vowels, w and y have no class. A Latin ch is read as in French, as names of the Maghreb are.
    private static readonly (string Letters, string Class)[] _latin =
    [
        ("sch", "sh"), ("tch", "sh"), ("ch", "sh"), ("sh", "sh"), ("kh", "kh"), ("gh", "g"), ("dj", "g"), ("dh", "d"), ("th", "t"),
        ("ph", "f"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("b", "b"), ("p", "b"), ("c", "k"), ("k", "k"), ("q", "k"), ("d", "d"), ("f", "f"), ("v", "f"),
        ("g", "g"), ("j", "g"), ("h", "h"), ("l", "l"), ("m", "m"), ("n", "n"), ("r", "r"), ("s", "s"), ("t", "t"), ("x", "ks"), ("z", "z"),
    ];

    /// <summary>The skeleton of a loose name; each word's, set apart by spaces.</summary>
    public static string From(string loose)
        => string.Join(' ', loose.Split(' ').Select(Word).Where(word => word.Length > 0));

    private static string Word(string word)
    {
        var classes = new StringBuilder(word.Length);
        if (word.Any(letter => ArabicLetters.Contains(letter)))
        {
            AppendArabic(classes, word);
        }
        else
        {
            AppendLatin(classes, Romanization.Of(word));
        }

        return classes.ToString();
    }

    private static void AppendArabic(StringBuilder classes, string word)
    {
        var previous = "";
        for (var i = 0; i < word.Length; i++)
        {
            // A final heh is the teh marbuta more often than a sound.
            var silent = word[i] == ArabicLetters.Heh && i == word.Length - 1;
            Append(classes, silent ? "" : ClassOf(word[i]), ref previous);
        }
    }

    private static void AppendLatin(StringBuilder classes, string word)
    {
        var previous = "";
        for (var i = 0; i < word.Length;)
        {
            var rest = word.AsSpan(i);
            var (letters, sound) = Array.Find(_latin, entry => word.AsSpan(i).StartsWith(entry.Letters, StringComparison.Ordinal));
            var silent = rest is "h" && i > 0;
            Append(classes, silent ? "" : sound ?? "", ref previous);
            i += letters?.Length ?? 1;
        }
    }

    // Doubled letters count once, also with a vowel between them that only one of the scripts writes.
    private static void Append(StringBuilder classes, string sound, ref string previous)
    {
        if (sound.Length > 0 && sound != previous)
        {
            classes.Append(sound);
            previous = sound;
        }
    }

    private static string ClassOf(char arabic) => arabic switch
    {
        '\u0628' or '\u067E' => "b",
        '\u062A' or '\u062B' or '\u0637' => "t",
        '\u062C' or '\u063A' or '\u0686' or '\u0698' or '\u06AF' => "g",
        '\u062D' or '\u0647' => "h",
        '\u062E' => "kh",
        '\u062F' or '\u0630' or '\u0636' => "d",
        '\u0631' => "r",
        '\u0632' or '\u0638' => "z",
        '\u0633' or '\u0635' => "s",
        '\u0634' => "sh",
        '\u0641' or '\u06A4' => "f",
        '\u0642' or '\u0643' => "k",
        '\u0644' => "l",
        '\u0645' => "m",
        '\u0646' => "n",
        _ => "",
    };
}
