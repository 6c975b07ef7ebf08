using System.Globalization;
using System.Text.RegularExpressions;

namespace GraphNews.Graph.Bundles;

/// <summary>What has no place in what people write by hand.</summary>
internal static partial class WrittenCharacters
{
    /// <summary>
    /// The first control character, or one that turns the direction of the text around it; null if there is none. Line ends and
    /// tabs are fine, and so are the marks that Arabic and Hebrew need. Source: Unicode Standard Annex 9, "Directional Formatting Characters".
    /// </summary>
    public static char? Hidden(string text)
    {
        foreach (var character in text)
        {
            if (character is '\n' or '\r' or '\t') continue;
            if (char.GetUnicodeCategory(character) is UnicodeCategory.Control || character is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069') return character;
        }

        return null;
    }

    /// <summary>A tag or a character reference of HTML; null if there is none.</summary>
    public static string? Markup(string text) => Html().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,100}>|<!--|&(#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});", RegexOptions.CultureInvariant)]
    private static partial Regex Html();
}
