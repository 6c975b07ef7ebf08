using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>
/// The folded name with its articles left out, its joined words joined, one form of bin and ould each, and seats of hamza
/// and teh marbuta made alike: مسؤول and مسوول.
/// </summary>
internal static class LooseName
{
    /// <summary>The loose form of a name folded with its hamzas in place.</summary>
    public static string From(string seated) => string.Join(' ', NameWords.Of(seated).Select(word => Respell(word.Text)));

    private static string Respell(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var alike = letter switch
            {
                ArabicLetters.Hamza => default,
                ArabicLetters.WawHamza => ArabicLetters.Waw,
                ArabicLetters.YehHamza => ArabicLetters.Yeh,
                ArabicLetters.TehMarbuta => ArabicLetters.Heh,
                _ => letter,
            };
            if (alike != default)
            {
                text.Append(alike);
            }
        }

        return text.Length == 0 ? word : ArabicLetters.PlainAlef(text.ToString());
    }
}
