using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>
/// Reads words in Latin letters, those of other scripts once they are romanized. In the slots a, e, i, o, u, y and w are short,
/// A, I and U written as long (aa, ee, oo), and W is ou, which French writes for both.
/// </summary>
internal static class LatinReading
{
    private const int MostReadings = 8;

    // Longest first.
    private static readonly string[] _spellings =
    [
        "tsch", "dsch", "tch", "tsh", "sch", "dzh", "ch", "sh", "kh", "gh", "dj", "dh", "th", "zh", "ph", "ck",
        "b", "p", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "q", "r", "s", "t", "v", "x", "z", "\u00E7",
    ];

    /// <summary>The ways to read a word that was folded for speaking and romanized; none if it has letters that are not known here.</summary>
    public static IEnumerable<SpokenWord> Of(string word)
        => Spelled(word, 0).Take(MostReadings).Select(way => Read(way.Word, way.Cost)).OfType<SpokenWord>();

    // What can be read in more ways is written so that each has one: a hyphen parts the letters of Fat-hi.
    private static IEnumerable<(string Word, double Cost)> Spelled(string word, int from)
    {
        if (word.StartsWith("wr", StringComparison.Ordinal))
        {
            yield return (word[1..], 0);
        }

        foreach (var way in Parted(word, from))
        {
            yield return way;
            if (way.Word.Contains('v', StringComparison.Ordinal))
            {
                yield return (way.Word.Replace('v', 'w'), way.Cost + 0.08);
            }

            if (way.Word.Contains('w', StringComparison.Ordinal))
            {
                yield return (way.Word.Replace('w', 'v'), way.Cost + 0.08);
            }

            if (way.Word.Length > 2 && way.Word[^1] == 'h' && IsVowel(way.Word[^2]))
            {
                yield return (way.Word[^2] == 'e' ? way.Word[..^2] + "a" : way.Word[..^1], way.Cost);
            }

            // Turkish hardens the end of a word: Ahmet, Recep.
            if (way.Word.Length > 3 && way.Word[^1] == 't' && IsVowel(way.Word[^2]))
            {
                yield return (way.Word[..^1] + "d", way.Cost + 0.05);
            }

            // Arabic writes the n that is spoken m before b: Jumblatt.
            if (way.Word.Contains("mb", StringComparison.Ordinal))
            {
                yield return (way.Word.Replace("mb", "nb", StringComparison.Ordinal), way.Cost + 0.05);
            }

            if (way.Word.Contains('x', StringComparison.Ordinal))
            {
                yield return (way.Word.Replace("x", "kh", StringComparison.Ordinal), way.Cost + 0.05);
            }
        }
    }

    private static IEnumerable<(string Word, double Cost)> Parted(string word, int from)
    {
        yield return (word, 0);
        for (var i = from; i < word.Length - 1; i++)
        {
            if (i > 0 && word[i + 1] == 'h' && word[i] is 't' or 'd' or 's' or 'z' or 'k')
            {
                yield return (word[..(i + 1)] + "-" + word[(i + 1)..], 0.05);
            }
        }
    }

    private static SpokenWord? Read(string word, double cost)
    {
        var (consonants, slots, doubled, slot) = (new List<int>(), new List<string>(), new List<bool>(), new StringBuilder());
        for (var i = 0; i < word.Length;)
        {
            if (word[i] == '-')
            {
                i++;
            }
            else if (IsVowel(word[i]))
            {
                i += AppendVowel(slot, word, i);
            }
            else if (Consonant(word, i) is var (numbers, length))
            {
                foreach (var number in numbers)
                {
                    Append(number);
                }

                i += length;
            }
            else
            {
                return null;
            }
        }

        slots.Add(slot.ToString());
        return new SpokenWord(consonants, slots, doubled, IsArabic: false, cost);

        void Append(int consonant)
        {
            if (consonants.Count > 0 && slot.Length == 0 && consonants[^1] == consonant)
            {
                doubled[^1] = true;
                return;
            }

            consonants.Add(consonant);
            doubled.Add(false);
            slots.Add(slot.ToString());
            slot.Clear();
        }
    }

    private static (int[] Numbers, int Length)? Consonant(string word, int i)
    {
        var letters = Array.Find(_spellings, s => word.AsSpan(i).StartsWith(s, StringComparison.Ordinal));
        if (letters is null)
        {
            return null;
        }

        var next = i + letters.Length < word.Length ? word[i + letters.Length] : ' ';
        string[] spoken = letters switch
        {
            "x" => ["k", "s"],
            "ck" => ["k"],
            "ph" => ["f"],
            "sch" => ["sh"],
            "tsch" or "tsh" => ["tch"],
            "dzh" or "dsch" => ["dj"],
            "c" or "g" when next is 'e' or 'i' or 'y' => [letters + "+"],
            // French and Spanish gu before e and i, and qu: the u is silent.
            _ => [letters],
        };
        var silent = letters is "g" or "q" && next == 'u' && i + letters.Length + 1 < word.Length && word[i + letters.Length + 1] is 'e' or 'i';
        return ([.. spoken.Select(s => Consonants.Find(s)!.Value)], letters.Length + (silent ? 1 : 0));
    }

    private static int AppendVowel(StringBuilder slot, string word, int i)
    {
        var (vowel, length) = word.AsSpan(i) switch
        {
            ['o', 'u', ..] => ('W', 2),
            ['o', 'o', ..] => ('U', 2),
            ['e', 'e', ..] => ('I', 2),
            ['a', 'a', ..] => ('A', 2),
            // French, for a short vowel: Boubekeur.
            ['e', 'u', ..] => ('e', 2),
            _ => (word[i], 1),
        };
        if (slot.Length > 0 && i > slot.Length && slot[^1] == 'u' && vowel == 'w')
        {
            slot[^1] = 'w';
        }
        else if (slot.Length == 0 || !IsSame(slot[^1], vowel))
        {
            slot.Append(vowel);
        }

        return length;
    }

    private static bool IsSame(char before, char vowel)
        => before == vowel || (before is 'w' or 'u' && vowel is 'w' or 'u' or 'U' or 'W') || (before is 'W' && vowel is 'w') || (before is 'y' or 'i' && vowel is 'y' or 'i' or 'I');

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';
}
