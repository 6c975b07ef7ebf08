namespace GraphNews.Graph.Names;

/// <summary>
/// How far two words are apart: an edit distance over their consonants, to which each pair of slots between two matched
/// consonants adds its own.
/// </summary>
internal static class WordDistance
{
    /// <summary>Longer words are none: they are compared as they are written, so that nobody can make comparing slow.</summary>
    public const int MostConsonants = 24;

    /// <summary>How much the words of a pair may differ: the more consonants agree, the more.</summary>
    public static double Limit(int consonants) => 0.15 + (0.06 * Math.Min(consonants, 8));

    /// <summary>How alike two readings are: 1 the same, 0.7 at the limit, null beyond it.</summary>
    public static double? Similarity(SpokenWord one, SpokenWord other)
    {
        var consonants = Math.Max(one.Consonants.Count, other.Consonants.Count);
        if (consonants > MostConsonants || Math.Abs(one.Consonants.Count - other.Consonants.Count) > 1 + (consonants / 4))
        {
            return null;
        }

        if (CannotBegin(one, other))
        {
            return null;
        }

        var cost = Cost(one, other) + one.Cost + other.Cost;
        var limit = Limit(consonants);
        return cost > limit ? null : 1 - (0.3 * cost / limit);
    }

    // Most pairs are told apart by their first two consonants, without a distance.
    private static bool CannotBegin(SpokenWord one, SpokenWord other)
    {
        for (var i = 0; i < Math.Min(2, one.Consonants.Count); i++)
        {
            for (var j = 0; j < Math.Min(2, other.Consonants.Count); j++)
            {
                if (i + j <= 1 && Consonants.Distance(one.Consonants[i], other.Consonants[j]) < Consonants.Never)
                {
                    return false;
                }
            }
        }

        return one.Consonants.Count > 0 && other.Consonants.Count > 0;
    }

    private static double Cost(SpokenWord one, SpokenWord other)
    {
        var (m, n) = (one.Consonants.Count, other.Consonants.Count);
        if (m == 0 || n == 0)
        {
            return m + n > 0 ? Consonants.Never : Slots(one, other, 0, 1, 0, 1);
        }

        // costs[i, j]: consonants i of one and j of the other are a pair, and all before them are dealt with.
        var costs = new double[m, n];
        var best = Consonants.Never;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                costs[i, j] = Consonants.Distance(one.Consonants[i], other.Consonants[j]);
                if (costs[i, j] >= Consonants.Never)
                {
                    continue;
                }

                var before = i <= 1 && j <= 1 && i + j <= 1 ? Omitted(one, 0, i) + Omitted(other, 0, j) + Slots(one, other, 0, i + 1, 0, j + 1) : Consonants.Never;
                foreach (var (k, l) in Steps(i, j))
                {
                    before = Math.Min(
                        before,
                        costs[k, l] + Omitted(one, k + 1, i) + Omitted(other, l + 1, j) + Slots(one, other, k + 1, i + 1, l + 1, j + 1));
                }

                costs[i, j] += before;
                if (i >= m - 2 && j >= n - 2 && m - 1 - i + n - 1 - j <= 1)
                {
                    best = Math.Min(
                        best,
                        costs[i, j] + Omitted(one, i + 1, m) + Omitted(other, j + 1, n) + Slots(one, other, i + 1, m + 1, j + 1, n + 1));
                }
            }
        }

        return best;
    }

    // The pair before: both consonants, or one that only one word has between.
    private static IEnumerable<(int K, int L)> Steps(int i, int j)
    {
        if (i >= 1 && j >= 1) yield return (i - 1, j - 1);
        if (i >= 2 && j >= 1) yield return (i - 2, j - 1);
        if (i >= 1 && j >= 2) yield return (i - 1, j - 2);
    }

    private static double Omitted(SpokenWord word, int from, int to)
    {
        var cost = 0d;
        for (var i = from; i < to; i++)
        {
            // A silent h at the end has a reading of its own.
            var isWeak = i < word.Consonants.Count - 1 && (word.Slots[i].Length == 0 || word.Slots[i + 1].Length == 0);
            cost += Consonants.Omitted(word.Consonants[i], isWeak);
        }

        return cost;
    }

    private static double Slots(SpokenWord one, SpokenWord other, int from, int to, int otherFrom, int otherTo)
    {
        var slot = Slot(one, from, to);
        var otherSlot = Slot(other, otherFrom, otherTo);
        var place = new SlotPlace(
            IsFirst: from == 0 && otherFrom == 0,
            IsLast: to == one.Slots.Count && otherTo == other.Slots.Count,
            IsClosed: IsClosed(one, to) && IsClosed(other, otherTo),
            IsThreeLettered: (one.IsArabic || !other.IsArabic ? one : other).Radicals == 3,
            Consonants: Math.Max(one.Consonants.Count, other.Consonants.Count),
            Before: (from > 0 ? one.Slots[from - 1] : "", otherFrom > 0 ? other.Slots[otherFrom - 1] : ""),
            After: (to < one.Slots.Count ? one.Slots[to] : "", otherTo < other.Slots.Count ? other.Slots[otherTo] : ""),
            AfterFirst: from == 1 || otherFrom == 1,
            Doubled: Doubled(one, from) ?? Doubled(other, otherFrom),
            IsMaghrebi: one.Consonants.Any(Consonants.IsMaghrebi) || other.Consonants.Any(Consonants.IsMaghrebi));
        return (one.IsArabic, other.IsArabic) switch
        {
            (false, true) => CrossScriptVowels.Cost(slot, otherSlot, place),
            (true, false) => CrossScriptVowels.Cost(otherSlot, slot, place.Exchanged),
            (true, true) => ArabicVowels.Cost(slot, otherSlot, place),
            _ => LatinVowels.Cost(slot, otherSlot, place),
        };
    }

    private static string? Doubled(SpokenWord word, int slot)
        => slot > 0 && word.Doubled[slot - 1] ? Consonants.ClassOf(word.Consonants[slot - 1]) : null;

    private static string Slot(SpokenWord word, int from, int to)
        => to - from == 1 ? word.Slots[from] : string.Concat(word.Slots.Skip(from).Take(to - from));

    // The slot before the last consonant, with nothing spoken after it.
    private static bool IsClosed(SpokenWord word, int to)
        => to == word.Slots.Count - 1 && (word.Slots[to].Length == 0 || (!word.IsArabic && word.Slots[to] == "e"));
}
