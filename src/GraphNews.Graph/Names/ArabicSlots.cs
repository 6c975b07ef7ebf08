namespace GraphNews.Graph.Names;

/// <summary>The letters that stand in the slots of an Arabic word.</summary>
internal static class ArabicSlots
{
    public const char Ain = '\u0639';
    public const char Hamza = ArabicLetters.Hamza;
    public const char Alef = ArabicLetters.Alef;
    public const char AlefHamza = '\u0623';
    public const char Waw = ArabicLetters.Waw;
    public const char WawHamza = ArabicLetters.WawHamza;
    public const char Yeh = ArabicLetters.Yeh;
    public const char YehHamza = ArabicLetters.YehHamza;
    public const char AlefMaqsura = '\u0649';
    public const char TehMarbuta = ArabicLetters.TehMarbuta;

    /// <summary>Whether spellings leave the letter out, or write it as a vowel.</summary>
    public static bool IsThroat(char letter) => letter is Ain or Hamza or AlefHamza or WawHamza or YehHamza;
}
