namespace GraphNews.Graph.Names;

/// <summary>The Arabic letters that rules speak of.</summary>
internal static class ArabicLetters
{
    public const char Hamza = '\u0621';
    public const char WawHamza = '\u0624';
    public const char YehHamza = '\u0626';
    public const char Alef = '\u0627';
    public const char TehMarbuta = '\u0629';
    public const char Heh = '\u0647';
    public const char Waw = '\u0648';
    public const char Yeh = '\u064A';

    /// <summary>The article, and the word for "family of" once its alef is folded.</summary>
    public const string Al = "\u0627\u0644";

    /// <summary>"Servant", the first half of names such as Abdellatif.</summary>
    public const string Abd = "\u0639\u0628\u062F";

    /// <summary>"Religion" with its article, the second half of names such as Noureddine.</summary>
    public const string AlDin = "\u0627\u0644\u062F\u064A\u0646";

    /// <summary>"God", whose article belongs to it.</summary>
    public const string Allah = "\u0627\u0644\u0644\u0647";

    /// <summary>"Son of" at the head of a name.</summary>
    public const string Ibn = "\u0627\u0628\u0646";

    /// <summary>"Son of" between names.</summary>
    public const string Bin = "\u0628\u0646";

    /// <summary>"Father of", the first half of names such as Abu Bakr.</summary>
    public const string Father = "\u0627\u0628\u0648";

    /// <summary>The word with nothing on its alefs.</summary>
    public static string PlainAlef(string word)
        => word.Replace('\u0622', Alef).Replace('\u0623', Alef).Replace('\u0625', Alef);

    /// <summary>Whether the character is a letter of the Arabic blocks.</summary>
    public static bool IsLetter(char letter) => letter is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') && char.IsLetter(letter);

    /// <summary>Whether the code point is in the Arabic block.</summary>
    public static bool Contains(int codePoint) => codePoint is >= 0x0600 and <= 0x06FF;
}
