namespace GraphNews.Graph.Names;

/// <summary>What it costs that two Latin spellings of a name differ in a slot.</summary>
internal static class LatinVowels
{
    public static double Cost(string one, string other, SlotPlace place)
    {
        if (one == other)
        {
            return 0;
        }

        // Ibrahim and Brahim.
        if (place.IsFirst && !place.IsLast
            && ((one.Length == 0 && place.After.One.Length == 0 && other is "a" or "e" or "i")
                || (other.Length == 0 && place.After.Other.Length == 0 && one is "a" or "e" or "i")))
        {
            return 0.12;
        }

        var cost = SlotDistance.Of(one, other, (i, j) => Exchange(one[i], other[j], place), i => Only(one, i, place), j => Only(other, j, place));
        return cost * (place.IsClosed || place.IsFirst || place.IsLast ? 1 : 0.6) + LooksLikeAnother(one, other, place);
    }

    // Saleh and Salah, Hamed and Hamad are two names each; Hichem and Hicham, Ahmed and Ahmad one.
    private static double LooksLikeAnother(string one, string other, SlotPlace place)
        => !place.IsMaghrebi && place.Doubled is null or "s" && place.IsClosed && place.IsThreeLettered && (one, other) is ("a", "e") or ("e", "a") or ("A", "e") or ("e", "A")
            && place.Before is { One: "a" or "A", Other: "a" or "A" }
                ? 0.3
                : 0;

    private static double Exchange(char one, char other, SlotPlace place)
    {
        var (low, high) = (Vowel(one), Vowel(other)) is var (a, b) && a < b ? (a, b) : (b, a);
        return (low, high) switch
        {
            _ when low == high => 0,
            ('A', 'a') or ('I', 'i') or ('U', 'u') or ('W', 'u') or ('U', 'W') => 0,
            ('W', 'o') or ('U', 'o') or ('o', 'u') => 0.05,
            ('a', 'e') or ('e', 'i') => 0.1,
            ('A', 'e') => place.IsClosed ? 0.25 : 0.15,
            ('I', 'e') => 0.25,
            ('a', 'o') or ('A', 'o') => 0.3,
            _ => 0.45,
        };
    }

    private static char Vowel(char letter) => letter switch
    {
        'y' => 'i',
        'w' => 'u',
        _ => letter,
    };

    private static double Only(string slot, int i, SlotPlace place)
    {
        var letter = slot[i];
        if (place.IsLast && i == slot.Length - 1)
        {
            return letter == 'e' ? 0.05 : 0.5;
        }

        if (place.IsFirst && i == 0)
        {
            return 0.5;
        }

        return Vowel(letter) switch
        {
            'a' or 'e' => place.IsClosed && slot.Length > 1 ? 0.15 : 0.2,
            'i' or 'o' or 'u' or 'W' => 0.3,
            _ => 0.45,
        };
    }
}
