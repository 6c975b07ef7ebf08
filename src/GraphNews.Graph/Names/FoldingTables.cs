using System.Buffers;
using System.Collections.Frozen;

namespace GraphNews.Graph.Names;

/// <summary>The characters that folding treats in a way of their own.</summary>
internal static class FoldingTables
{
    /// <summary>Marks between letters that spellings set and leave out at will: Sana'a, Sana’a, Sanaa.</summary>
    public static SearchValues<char> Apostrophes { get; } =
        SearchValues.Create("'`\u00B4\u2018\u2019\u201A\u201B\u02BB\u02BC\u02BD\u02BE\u02BF\u02B9\u02C8\u05F3");

    /// <summary>Letters that no Unicode decomposition brings together, and what they become.</summary>
    public static FrozenDictionary<int, string> Letters { get; } = LetterTable.Read(
        // Latin
        "ß=ss;ẞ=ss;æ=ae;Æ=ae;œ=oe;Œ=oe;ø=o;Ø=o;ł=l;Ł=l;đ=d;Đ=d;ð=d;Ð=d;þ=th;Þ=th;ħ=h;Ħ=h;ŧ=t;Ŧ=t;ŋ=ng;Ŋ=ng;ə=e;Ə=e;"
        + "\u0131=i;"
        // The Greek sigma at the end of a word.
        + "\u03C2=\u03C3;"
        // Tatweel only stretches a word.
        + "\u0640=;"
        // Alef: with madda, with hamza above and below, wasla, with wavy hamza above and below, with high hamza.
        + "\u0622=\u0627;\u0623=\u0627;\u0625=\u0627;\u0671=\u0627;\u0672=\u0627;\u0673=\u0627;\u0675=\u0627;"
        // Yeh: alef maqsura, Persian yeh, yeh barree.
        + "\u0649=\u064A;\u06CC=\u064A;\u06D2=\u064A;"
        // Kaf: Persian kaf, swash kaf.
        + "\u06A9=\u0643;\u06AA=\u0643;"
        // Heh: doachashmee, goal, with yeh above, ae. Teh marbuta: goal.
        + "\u06BE=\u0647;\u06C1=\u0647;\u06C0=\u0647;\u06D5=\u0647;\u06C3=\u0629");

    /// <summary><see cref="Letters"/>, but alefs keep what sits on them.</summary>
    public static FrozenDictionary<int, string> SeatedLetters { get; } =
        With(Letters, "\u0622=\u0622;\u0623=\u0623;\u0625=\u0625;\u0672=\u0623;\u0673=\u0625;\u0675=\u0623");

    /// <summary>
    /// <see cref="SeatedLetters"/>, but letters whose marks change their sound are written with the letters that English
    /// writes for it, and alef maqsura stays.
    /// </summary>
    public static FrozenDictionary<int, string> SpokenLetters { get; } = With(
        SeatedLetters,
        "\u0649=\u0649;"
        // Slavic, Turkish, Kurdish and scholarly consonants. The cedilla of c is kept: French reads it s, Turkish ch.
        + "š=sh;Š=sh;ş=sh;Ş=sh;ș=sh;Ș=sh;ś=sh;Ś=sh;č=tch;Č=tch;ć=tch;Ć=tch;ž=zh;Ž=zh;ğ=gh;Ğ=gh;ġ=gh;Ġ=gh;ǧ=j;Ǧ=j;"
        + "ḫ=kh;Ḫ=kh;ẖ=kh;ṯ=th;Ṯ=th;ḏ=dh;Ḏ=dh;đ=dh;Đ=dh;ç=ç;Ç=ç");

    /// <summary>
    /// Whether a mark can be left out: of Latin, Greek and Cyrillic letters, Hebrew points, Arabic harakat,
    /// superscript alef and Koranic signs. In other scripts marks are vowels, and stay.
    /// </summary>
    public static bool IsDroppedMark(int codePoint) => codePoint
        is (>= 0x0300 and <= 0x036F)
        or (>= 0x0483 and <= 0x0489)
        or (>= 0x0591 and <= 0x05C7)
        or (>= 0x0610 and <= 0x061A)
        or (>= 0x064B and <= 0x065F)
        or 0x0670
        or (>= 0x06D6 and <= 0x06ED)
        or (>= 0x08CA and <= 0x08FF)
        or (>= 0x1AB0 and <= 0x1AFF)
        or (>= 0x1DC0 and <= 0x1DFF)
        or (>= 0x20D0 and <= 0x20FF)
        or (>= 0xFE20 and <= 0xFE2F);

    private static FrozenDictionary<int, string> With(FrozenDictionary<int, string> letters, string entries)
        => letters.Where(entry => !LetterTable.Read(entries).ContainsKey(entry.Key)).Concat(LetterTable.Read(entries)).ToFrozenDictionary();
}
