using System.Globalization;
using System.Text.RegularExpressions;

namespace GraphNews.Graph.Bundles;

/// <summary>What has no place in what people write by hand.</summary>
internal static partial class WrittenCharacters
{
    /// <summary>
    /// The first control character, one that turns the direction of the text around it, or half of a surrogate pair; null if there is none. Line ends and
    /// tabs are fine, and so are the marks that Arabic and Hebrew need. Source: Unicode Standard Annex 9, "Directional Formatting Characters".
    /// </summary>
    public static char? Hidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is '\n' or '\r' or '\t') continue;
            if (char.IsSurrogate(character))
            {
                if (!IsPair(text, i)) return character;
                i++;
            }
            else if (char.GetUnicodeCategory(character) is UnicodeCategory.Control || character is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069')
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a text can be kept exactly as it is: half of a surrogate pair is not Unicode, and not every database holds U+0000.
    /// </summary>
    public static bool CanBeKept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (!IsPair(text, i)) return false;
            i++;
        }

        return true;
    }

    /// <summary>A tag or a character reference of HTML; null if there is none.</summary>
    public static string? Markup(string text) => Html().Match(text) is { Success: true } found ? found.Value : null;

    private static bool IsPair(string text, int place) => place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]);

    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,100}>|<!--|&(#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});", RegexOptions.CultureInvariant)]
    private static partial Regex Html();
}
