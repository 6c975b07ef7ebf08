using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>Reads words in Arabic letters.</summary>
internal static class ArabicReading
{
    private const string TehSheen = "\u062A\u0634";

    private const char Lam = '\u0644';
    private const char Teh = '\u062A';
    private const string NunBeh = "\u0646\u0628";
    private const string MeemBeh = "\u0645\u0628";

    // The name Amr is written with a waw that nobody speaks, to tell it from Omar.
    private const string Amr = "\u0639\u0645\u0631\u0648";

    /// <summary>The ways to read a word that was folded for speaking; none if it has letters that are not known here.</summary>
    public static IEnumerable<SpokenWord> Of(string word)
    {
        if (word == Amr)
        {
            word = word[..^1];
        }

        if (Read(word, 0) is { } read)
        {
            yield return read;
        }

        // A final heh is often a teh marbuta without its dots; after a long vowel it only says that it is open: خوسيه.
        if (word.Length > 2 && word[^1] == ArabicLetters.Heh
            && Read(word[..^1] + (word[^2] is ArabicLetters.Yeh or ArabicLetters.Waw or ArabicLetters.Alef ? "" : ArabicLetters.TehMarbuta), 0) is { } open)
        {
            yield return open;
        }

        // Abdo and Abduh, Rabbo and Rabbuh.
        if (word.Length > 2 && word[^1] == ArabicLetters.Heh && Vowel(word, word.Length - 2) is null
            && Read(word[..^1] + ArabicLetters.Waw, 0.05) is { } his && Read(word[..^1] + ArabicLetters.Waw + ArabicLetters.Heh, 0.05) is { } spoken)
        {
            yield return his;
            yield return spoken;
        }

        // The t of a teh marbuta is spoken after a long vowel, and before another word: Hayat, Rahmatullah.
        if (word.Length > 2 && word[^1] == ArabicLetters.TehMarbuta
            && Read(word[..^1] + Teh, word[^2] == ArabicLetters.Alef ? 0 : 0.1) is { } closed)
        {
            yield return closed;
        }

        // An n before b is spoken m: Jumblatt.
        if (word.Contains(NunBeh, StringComparison.Ordinal) && Read(word.Replace(NunBeh, MeemBeh, StringComparison.Ordinal), 0.03) is { } nasal)
        {
            yield return nasal;
        }

        if (word.Length > 3 && word.EndsWith(ArabicLetters.Yeh.ToString() + ArabicLetters.Heh, StringComparison.Ordinal)
            && Read(word[..^1] + ArabicLetters.TehMarbuta, 0.05) is { } feminine)
        {
            yield return feminine;
        }
    }

    private static SpokenWord? Read(string word, double cost)
    {
        var (consonants, slots, doubled, slot) = (new List<int>(), new List<string>(), new List<bool>(), new StringBuilder());
        for (var i = 0; i < word.Length; i++)
        {
            if (Vowel(word, i) is { } vowel)
            {
                // Two of a kind are one: داوود, يي in foreign names.
                if (slot.Length == 0 || slot[^1] != vowel[^1])
                {
                    slot.Append(vowel);
                }

                continue;
            }

            var letters = word.AsSpan(i).StartsWith(TehSheen, StringComparison.Ordinal) ? TehSheen : word[i].ToString();
            if (Consonants.Find(letters) is not { } consonant)
            {
                return null;
            }

            i += letters.Length - 1;
            // Arabic writes a letter twice only where a vowel stands between, but for the article of عبد اللطيف.
            if (consonants.Count > 0 && slot.Length == 0 && consonants[^1] == consonant && word[i] == Lam)
            {
                doubled[^1] = true;
                continue;
            }

            consonants.Add(consonant);
            doubled.Add(false);
            slots.Add(slot.ToString());
            slot.Clear();
        }

        slots.Add(slot.ToString());
        return new SpokenWord(consonants, slots, doubled, IsArabic: true, cost);
    }

    // A bare alef at the head of a word only carries a vowel.
    private static string? Vowel(string word, int i) => word[i] switch
    {
        '\u0622' => $"{ArabicSlots.Hamza}{ArabicSlots.Alef}",
        ArabicSlots.Alef or '\u0625' when i == 0 => ArabicSlots.Hamza.ToString(),
        '\u0625' => ArabicSlots.AlefHamza.ToString(),
        '\u06C6' or '\u06C7' or '\u06CB' => ArabicSlots.Waw.ToString(),
        '\u06CE' => ArabicSlots.Yeh.ToString(),
        ArabicSlots.Alef or ArabicSlots.AlefHamza or ArabicSlots.Waw or ArabicSlots.WawHamza or ArabicSlots.Yeh or ArabicSlots.YehHamza
            or ArabicSlots.AlefMaqsura or ArabicSlots.TehMarbuta or ArabicSlots.Ain or ArabicSlots.Hamza => word[i].ToString(),
        _ => null,
    };
}
