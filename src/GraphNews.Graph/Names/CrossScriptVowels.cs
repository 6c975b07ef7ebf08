namespace GraphNews.Graph.Names;

/// <summary>
/// What it costs that a slot of a Latin word stands for one of an Arabic word. Arabic writes long vowels, and those that end
/// a word; Latin spellings write short ones too, which cost next to nothing where Arabic could not have written them.
/// </summary>
internal static class CrossScriptVowels
{
    // Too much for a word of three letters.
    private const double Another = 0.36;

    public static double Cost(string latin, string arabic, SlotPlace place)
    {
        if (latin == arabic)
        {
            return 0;
        }

        if (place.IsFirst && latin.Length == 0 && arabic is [ArabicSlots.Hamza or ArabicSlots.AlefHamza] && place.After.One.Length == 0 && !place.IsLast)
        {
            // Shtayyeh for اشتية: the alef only helps to begin with two consonants.
            return 0.1;
        }

        if (place.IsFirst && latin is "w" && arabic is [ArabicSlots.Waw, ArabicSlots.Alef])
        {
            // Arabic cannot begin with two consonants, and helps with a vowel: واري for Wray.
            return 0.15;
        }

        if (place.IsClosed && !place.IsFirst && latin.Length > 0 && arabic.All(ArabicSlots.IsThroat))
        {
            return Unwritten(latin, arabic, place);
        }

        var cost = SlotDistance.Of(
            latin, arabic,
            (i, j) => Exchange(latin, i, arabic[j], place),
            i => OnlyLatin(latin, i, arabic, place),
            j => OnlyArabic(latin, arabic, j, place));
        return cost + LooksLikeAnother(latin, arabic, place);
    }

    // The vowel of a last syllable that Arabic does not write, so it must be short.
    private static double Unwritten(string latin, string arabic, SlotPlace place)
    {
        var throat = arabic.Length > 0;
        var vowel = throat && latin[0] is 'a' or 'e' or 'A' ? latin[1..] : latin;
        var longBefore = place.Before.Other.Contains(ArabicSlots.Alef, StringComparison.Ordinal);
        var shortBefore = place.Before.One is "a" && !longBefore && place.IsThreeLettered;
        return vowel switch
        {
            "" => 0,
            // خالد is no Khalad, صالح no Salah, عمر no Ammar; ss is written in French for one s.
            "a" => (longBefore || (place.Doubled is not (null or "s") && place.Before.One is "a")) && place.IsThreeLettered ? Another : 0,
            "A" => longBefore && place.IsThreeLettered ? Another : 0.15,
            // حمد is no Hamed, but حسن may be Hassen.
            "e" => !shortBefore ? 0.02 : place.Doubled is not null ? 0.1 : Another,
            // كرم is no Karim, سعد no Said, but محسن may be Mohsin and مؤمن Mumin.
            "i" or "y" or "I" => (vowel == "I" ? 0.2 : 0) + (longBefore ? 0.02
                : (throat && latin == vowel) || (!place.AfterFirst && place.Before.Other.Any(ArabicSlots.IsThroat)) ? 0.1
                : !place.AfterFirst && place.Before.One.Length == 0 ? 0.15 : Another + 0.02),
            "o" => place.IsThreeLettered ? 0.4 : 0.2,
            // محمد is no Mahmoud, but يونس may be Yunus.
            "u" or "w" or "U" or "W" => place.Before.Other.Contains(ArabicSlots.Waw, StringComparison.Ordinal) ? 0.12 : 0.55,
            _ => vowel[1..].Any(letter => letter is 'i' or 'y' or 'I' or 'u' or 'w' or 'U' or 'W') ? 0.55 : 0.3,
        };
    }

    // Saleh and Salem sound like صالح and سالم, not like صلاح and سليم; Hichem, Abbès and Pérez look like nothing else.
    private static double LooksLikeAnother(string latin, string arabic, SlotPlace place)
    {
        var otherVowel = !place.IsMaghrebi && place.Doubled is null or "s" && place.IsClosed && place.IsThreeLettered && latin == "e" && place.Before.One is "a"
            && arabic is [ArabicSlots.Alef or ArabicSlots.Yeh] && !place.Before.Other.Contains(ArabicSlots.Alef, StringComparison.Ordinal);

        // Omar is no عمار.
        var otherBeginning = place.IsClosed && place.IsThreeLettered && place.AfterFirst && latin is "a" && arabic is [ArabicSlots.Alef]
            && place.Before is { One: "o" or "u", Other: [ArabicSlots.Ain] };

        // Iman is no أيمن.
        var otherDiphthong = place.IsFirst && arabic is [ArabicSlots.AlefHamza, ArabicSlots.Yeh, ..] && latin is ['i' or 'I', ..];
        return otherVowel || otherBeginning || otherDiphthong ? 0.3 : 0;
    }

    private static double Exchange(string slot, int i, char arabic, SlotPlace place)
    {
        var latin = slot[i];

        // Yamin does not begin as أمين does.
        if (place.IsFirst && i == 0 && slot.Length > 1 && latin is 'y' or 'w' && ArabicSlots.IsThroat(arabic))
        {
            return 0.4;
        }

        // In long words, mostly from elsewhere, another vowel is less of another name: Trump, ترامب.
        var another = place.IsClosed || place.Consonants < 4 ? 0.5 : 0.3;
        return arabic switch
        {
            ArabicSlots.Alef => latin switch { 'a' or 'A' => 0, 'e' => place.IsClosed && i > 0 ? 0.3 : 0.06, 'o' => 0.2, _ => another },
            ArabicSlots.Yeh => latin switch
            {
                'i' or 'y' or 'I' => 0,
                'e' => place.IsClosed ? 0.12 : place.IsLast && i == slot.Length - 1 && place.IsThreeLettered ? 0.3 : 0.08,
                _ => another,
            },
            // Egypt writes every final yeh so, but هدى is no Hadi.
            ArabicSlots.AlefMaqsura => latin switch { 'a' or 'A' => 0, 'e' => 0.05, 'i' => place.Consonants == 2 ? 0.3 : 0.1, _ => 0.5 },
            ArabicSlots.Waw => latin switch { 'o' or 'u' or 'w' or 'U' or 'W' => 0, _ => another },
            _ => Exchange(latin, arabic),
        };
    }

    private static double Exchange(char latin, char arabic) => arabic switch
    {
        ArabicSlots.AlefHamza => latin switch { 'a' or 'A' or 'e' => 0, _ => 0.05 },
        ArabicSlots.TehMarbuta => latin switch { 'a' or 'e' => 0, 'A' => 0.05, _ => 0.4 },
        ArabicSlots.Ain or ArabicSlots.Hamza => latin switch { 'a' or 'e' or 'A' => 0, _ => 0.03 },
        ArabicSlots.YehHamza => latin switch { 'i' or 'e' => 0, _ => 0.1 },
        ArabicSlots.WawHamza => latin switch { 'o' or 'u' or 'w' or 'U' or 'W' => 0, _ => 0.1 },
        _ => Consonants.Never,
    };

    private static double OnlyLatin(string latin, int i, string arabic, SlotPlace place)
    {
        var letter = latin[i];
        if (place.IsFirst && i == 0 && arabic.Length == 0)
        {
            return 0.5;
        }

        if (place.IsFirst && i == 0 && latin.Length > 1 && letter is 'y' or 'w')
        {
            return 0.4;
        }

        if (place.IsLast && i == latin.Length - 1)
        {
            // The e that ends French spellings is silent; any other vowel there would be written.
            return letter == 'e' ? 0.03 : 0.5;
        }

        if (i > 0)
        {
            return (latin[i - 1], letter) switch
            {
                // The second half of ai and au is always written, as yeh and waw; a vowel after them is a syllable of its own.
                (_, 'i' or 'y' or 'I' or 'u' or 'w' or 'U' or 'W') => 0.35,
                ('y' or 'w' or 'W', _) when i == 1 => 0.03,
                ('i' or 'y' or 'I' or 'u' or 'w' or 'U' or 'W', _) => arabic.Any(ArabicSlots.IsThroat) ? 0.05 : place.IsLast ? 0.01 : letter == 'e' ? 0.2 : 0.3,
                _ => 0.05,
            };
        }

        return letter switch
        {
            'a' or 'e' => 0.01,
            'i' or 'y' or 'w' or 'o' or 'u' => 0.06,
            'W' => 0.08,
            'A' => 0.1,
            _ => 0.3,
        };
    }

    private static double OnlyArabic(string latin, string arabic, int j, SlotPlace place) => arabic[j] switch
    {
        ArabicSlots.Ain or ArabicSlots.Hamza or ArabicSlots.AlefHamza => place.IsFirst && latin.Length == 0 ? 0.45 : 0.03,
        ArabicSlots.WawHamza or ArabicSlots.YehHamza => 0.05,
        // ضياء الدين: two are spoken as one.
        ArabicSlots.Alef when j > 1 && arabic[j - 1] is ArabicSlots.Hamza && arabic[j - 2] is ArabicSlots.Alef => 0.05,
        ArabicSlots.Alef or ArabicSlots.AlefMaqsura => 0.4,
        _ => 0.5,
    };
}
