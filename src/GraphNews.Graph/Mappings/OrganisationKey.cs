using System.Globalization;
using System.Text;

namespace GraphNews.Graph.Mappings;

/// <summary>
/// What tells organisations apart by name alone: not case, accents, punctuation, spaces, a leading "The" or a trailing
/// legal form (Ltd, Limited, plc, LLP). Keys of records are made of it, which have to last: it does not change with the
/// rules by which names are searched.
/// </summary>
internal static class OrganisationKey
{
    private static readonly HashSet<string> _legalForms = new(["ltd", "limited", "plc", "llp"], StringComparer.Ordinal);

    private static readonly Dictionary<char, string> _letters = new()
    {
        ['&'] = " and ", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ß'] = "ss", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i",
    };

    /// <summary>The key of a name. A name of nothing but such words keeps them; one without letters stays as written.</summary>
    public static string Of(string name)
    {
        var words = Words(name);
        var start = words is ["the", _, ..] ? 1 : 0;
        var end = words.Length;
        while (end - 1 > start && _legalForms.Contains(words[end - 1]))
        {
            end--;
        }

        var key = string.Concat(words[start..end]);
        return key.Length > 0 ? key : name;
    }

    private static string[] Words(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (_letters.TryGetValue(letter, out var letters))
            {
                text.Append(letters);
            }
            else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
            {
                text.Append(letter);
            }
            else if (!IsInsideWord(letter))
            {
                text.Append(' ');
            }
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsInsideWord(char letter)
        => letter is '\'' or '’' or '‘' or '.' or '`' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
