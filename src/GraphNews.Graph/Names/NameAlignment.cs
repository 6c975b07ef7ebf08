namespace GraphNews.Graph.Names;

/// <summary>
/// Lays the words of two names beside each other. All words of the shorter name have to be found in the longer, in order,
/// and the first with the first, so that a son with his father's name is not his father; a family name may stand alone.
/// </summary>
internal sealed class NameAlignment
{
    private const double Initial = 0.75;
    private const double Joined = 0.02;
    private const double Skipped = 0.01;

    private readonly ComparedWords _shorter;
    private readonly ComparedWords _longer;
    private readonly IReadOnlyList<ComparedWord> _short;
    private readonly IReadOnlyList<ComparedWord> _long;
    private readonly bool _isFamilyName;
    private readonly Dictionary<(int I, int J, bool), (double Sum, int Missing, int Whole)?> _known = [];

    private NameAlignment(ComparedWords shorter, ComparedWords longer, bool isFamilyName)
        => (_shorter, _longer, _short, _long, _isFamilyName) = (shorter, longer, shorter.Words, longer.Words, isFamilyName);

    /// <summary>How well two names agree; null if they are different names.</summary>
    /// <param name="one">The words of a name.</param>
    /// <param name="other">The words of another.</param>
    /// <returns>The similarity of the words that both have, from 0.7 to 1, and how many more words the longer has.</returns>
    public static NameAgreement? Of(ComparedWords one, ComparedWords other)
    {
        var forward = Within(one, other);
        var backward = Within(other, one);
        return forward is null || backward?.Score > forward.Value.Score ? backward : forward;
    }

    private static NameAgreement? Within(ComparedWords shorter, ComparedWords longer)
    {
        var names = shorter.Words.Count(IsName);
        if (names == 0)
        {
            return null;
        }

        var weight = shorter.Words.Where(IsName).Sum(word => word.Weight);
        var best = Found(new NameAlignment(shorter, longer, isFamilyName: false), weight);
        if (best is null && names == 1 && IsFamilyName(shorter.Words))
        {
            best = Found(new NameAlignment(shorter, longer, isFamilyName: true), weight);
        }

        return best;
    }

    private static NameAgreement? Found(NameAlignment alignment, double weight)
        => alignment.From(0, 0, false) is { Whole: > 0 } path
            && (alignment._isFamilyName || path.Missing == 0 || alignment._short.Count(IsName) > 1)
            ? new NameAgreement(path.Sum / weight, path.Missing, alignment._isFamilyName)
            : null;

    // A single letter or sound is no family name, and what follows King or Sheikh is a given name.
    private static bool IsFamilyName(IReadOnlyList<ComparedWord> words)
        => words.All(word => word.Role is not WordRole.RoyalTitle)
            && words.Single(IsName) is { IsInitial: false } name
            && (name.Readings.Count == 0 ? name.Text.Length > 1 : name.Readings[0].Consonants.Count > 1);

    private static bool IsName(ComparedWord word) => word.Role is WordRole.Name;

    private (double Sum, int Missing, int Whole)? From(int i, int j, bool skippedFather)
    {
        if (i == _short.Count && j == _long.Count)
        {
            return (0, 0, 0);
        }

        if (_known.TryGetValue((i, j, skippedFather), out var known))
        {
            return known;
        }

        (double Sum, int Missing, int Whole)? best = null;
        for (var k = 1; k <= 3 && i + k <= _short.Count; k++)
        {
            for (var l = 1; l <= 3 && j + l <= _long.Count; l++)
            {
                if ((k == 1 || l == 1) && Match(i, k, j, l, skippedFather) is { } match && From(i + k, j + l, skippedFather && !IsName(_short[i])) is { } rest)
                {
                    best = Better(best, (rest.Sum + match.Sum, rest.Missing, rest.Whole + match.Whole));
                }
            }
        }

        if (i < _short.Count && !IsName(_short[i]) && From(i + 1, j, skippedFather) is { } withoutShort)
        {
            best = Better(best, (withoutShort.Sum - Skipped, withoutShort.Missing, withoutShort.Whole));
        }

        if (j < _long.Count && MaySkip(i, j) && From(i, j + 1, skippedFather || (IsName(_long[j]) && _long[j].IsAfterPatronymic)) is { } withoutLong)
        {
            var name = IsName(_long[j]);
            best = Better(best, (withoutLong.Sum - (name ? 0 : Skipped), withoutLong.Missing + (name ? 1 : 0), withoutLong.Whole));
        }

        _known[(i, j, skippedFather)] = best;
        return best;
    }

    // The first name of the longer stays with the first of the shorter, unless that is a family name alone.
    private bool MaySkip(int i, int j)
    {
        if (!IsName(_long[j]))
        {
            return true;
        }

        return _isFamilyName ? _long.Skip(j + 1).Any(IsName) && !_short.Take(i).Any(IsName) : _short.Take(i).Any(IsName);
    }

    private (double Sum, int Whole)? Match(int i, int k, int j, int l, bool skippedFather)
    {
        var (one, other) = (_short[i], _long[j]);
        if (k == 1 && l == 1)
        {
            if (!IsName(one))
            {
                return one.Role == other.Role && ComparedWord.Similarity(one, other) is not null ? (0, 0) : null;
            }

            // Sultan may be a title in one script and look like a name in the other.
            if (other.Role is not (WordRole.Name or WordRole.Title or WordRole.RoyalTitle))
            {
                return null;
            }

            // The son of Nayef is not the son of Saud, the son of Nayef.
            if ((skippedFather && one.IsAfterPatronymic) || (_isFamilyName && one.IsAfterPatronymic && !other.IsAfterPatronymic))
            {
                return null;
            }

            return ComparedWord.Similarity(one, other) is { } similarity ? (similarity * one.Weight, 1)
                : !_isFamilyName && (ComparedWord.Abbreviates(one, other) || ComparedWord.Abbreviates(other, one)) ? (Initial * one.Weight, 0)
                : null;
        }

        return _shorter.Join(i, k) is { } left && _longer.Join(j, l) is { } right && ComparedWord.Similarity(left, right) is { } joined
            ? ((joined - Joined) * _short.Skip(i).Take(k).Where(IsName).Sum(word => word.Weight), 1)
            : null;
    }

    private static (double Sum, int Missing, int Whole) Better((double Sum, int Missing, int Whole)? one, (double Sum, int Missing, int Whole) other)
        => one is { } known && known.Sum - (0.5 * known.Missing) >= other.Sum - (0.5 * other.Missing) ? known : other;
}

/// <summary>How two names agree.</summary>
/// <param name="Similarity">How alike the words are that both have, from 0.7 to 1.</param>
/// <param name="Missing">How many words only the longer has.</param>
/// <param name="IsFamilyName">Whether the shorter is a family name alone.</param>
internal readonly record struct NameAgreement(double Similarity, int Missing, bool IsFamilyName)
{
    // On average words must agree better than each single word must, and a family name alone better still.
    private const double Least = 0.8;
    private const double LeastAlone = 0.9;

    /// <summary>The score; 0 if the names do not agree well enough.</summary>
    public double Score => Similarity < (IsFamilyName ? LeastAlone : Least) ? 0
        : 0.95 * Similarity * (IsFamilyName ? 0.8 : Missing == 0 ? 1 : Math.Max(0.8, 0.92 - (0.03 * Missing)));
}
