using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>
/// The one place that says which names count as alike. What it derives is stored beside each name and rebuilt when
/// <see cref="Version"/> rises; questions are folded by the same rules. It never stems: a final yeh belongs to a name.
/// </summary>
public static class NameFolding
{
    /// <summary>The version of the rules. Raise it with every change of them.</summary>
    public const int Version = 2;

    /// <summary>Derives all three forms of a name.</summary>
    /// <param name="name">The name as written, in any script.</param>
    public static FoldedName Fold(string name)
        => new(Folded(name), LooseName.From(Seated(name)), NameSkeleton.From(Spoken(name)));

    /// <summary>The name as it is stored: trimmed, Unicode NFC, each run of white space one space.</summary>
    /// <param name="name">The name as written.</param>
    public static string Clean(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in WellFormed(name).Normalize(NormalizationForm.FormC))
        {
            if (!char.IsWhiteSpace(character))
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd(' ');
    }

    /// <summary>
    /// Compatibility forms resolved (NFKC, so Arabic presentation forms too), lower case, no diacritics, harakat or
    /// tatweel, one form each of alef, yeh, kaf and the digits; apostrophes vanish, other punctuation is a space.
    /// </summary>
    /// <param name="name">The name as written, in any script.</param>
    public static string Folded(string name) => Folded(name, FoldingTables.Letters);

    /// <summary>The folded form with its hamzas still on their alefs, by which an article is told from a name: ألبير, إلياس.</summary>
    internal static string Seated(string name) => Folded(name, FoldingTables.SeatedLetters);

    /// <summary>The folded form with what tells how a name is spoken: š is sh, and alef maqsura is no yeh.</summary>
    internal static string Spoken(string name) => Folded(name, FoldingTables.SpokenLetters);

    private static string Folded(string name, FrozenDictionary<int, string> letters)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in WithoutApostrophes(WellFormed(name)).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            Append(text, rune, letters);
        }

        // Letters of scripts whose marks were kept come back together.
        return text.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder text, Rune rune, FrozenDictionary<int, string> letters)
    {
        if (letters.TryGetValue(rune.Value, out var replacement))
        {
            text.Append(replacement);
        }
        else if (rune.IsAscii || ArabicLetters.Contains(rune.Value))
        {
            AppendFolded(text, rune);
        }
        else
        {
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
            {
                if (part != rune && letters.TryGetValue(part.Value, out var letter))
                {
                    text.Append(letter);
                }
                else
                {
                    AppendFolded(text, part);
                }
            }
        }
    }

    private static void AppendFolded(StringBuilder text, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark when FoldingTables.IsDroppedMark(rune.Value):
            case UnicodeCategory.Format:
            case var _ when rune.IsBmp && FoldingTables.Apostrophes.Contains((char)rune.Value):
                break;
            case UnicodeCategory.DecimalDigitNumber:
                text.Append((int)Rune.GetNumericValue(rune));
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
            case UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                text.Append(rune);
                break;
            default:
                if (Rune.IsLetter(rune))
                {
                    text.Append(Rune.ToLowerInvariant(rune));
                }
                else if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }

                break;
        }
    }

    /// <summary>A text that can be normalised: half of a surrogate pair and U+FFFE are no characters.</summary>
    internal static string WellFormed(string name)
        => name.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !name.Contains('\uFFFE', StringComparison.Ordinal)
            ? name
            : string.Concat(name.Replace('\uFFFE', '\uFFFD').EnumerateRunes());

    // Before NFKC, which would turn a free-standing acute into a space and a mark.
    private static string WithoutApostrophes(string name)
        => name.AsSpan().IndexOfAny(FoldingTables.Apostrophes) < 0
            ? name
            : string.Concat(name.Where(character => !FoldingTables.Apostrophes.Contains(character)));
}
