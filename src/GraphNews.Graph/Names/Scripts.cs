using System.Globalization;
using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>Tells the script that a name is written in, as its ISO 15924 code.</summary>
public static class Scripts
{
    /// <summary>Latin.</summary>
    public const string Latin = "Latn";

    /// <summary>Arabic, in all languages that write it.</summary>
    public const string Arabic = "Arab";

    /// <summary>No letter tells.</summary>
    public const string Undetermined = "Zyyy";

    // First and last code point of each block that holds letters of one script.
    private static readonly (int First, int Last, string Code)[] _blocks =
    [
        (0x0041, 0x005A, Latin), (0x0061, 0x007A, Latin), (0x00AA, 0x00AA, Latin), (0x00BA, 0x00BA, Latin), (0x00C0, 0x02B8, Latin),
        (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"), (0x0531, 0x058F, "Armn"), (0x0591, 0x05F4, "Hebr"),
        (0x0600, 0x06FF, Arabic), (0x0700, 0x074F, "Syrc"), (0x0750, 0x077F, Arabic), (0x0780, 0x07BF, "Thaa"),
        (0x07C0, 0x07FF, "Nkoo"), (0x0870, 0x08FF, Arabic), (0x0900, 0x097F, "Deva"), (0x0980, 0x09FF, "Beng"),
        (0x0A00, 0x0A7F, "Guru"), (0x0A80, 0x0AFF, "Gujr"), (0x0B00, 0x0B7F, "Orya"), (0x0B80, 0x0BFF, "Taml"),
        (0x0C00, 0x0C7F, "Telu"), (0x0C80, 0x0CFF, "Knda"), (0x0D00, 0x0D7F, "Mlym"), (0x0D80, 0x0DFF, "Sinh"),
        (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Laoo"), (0x0F00, 0x0FFF, "Tibt"), (0x1000, 0x109F, "Mymr"),
        (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Hang"), (0x1200, 0x139F, "Ethi"), (0x1780, 0x17FF, "Khmr"),
        (0x1800, 0x18AF, "Mong"), (0x1C80, 0x1C8F, "Cyrl"), (0x1C90, 0x1CBF, "Geor"), (0x1D00, 0x1D25, Latin),
        (0x1E00, 0x1EFF, Latin), (0x1F00, 0x1FFF, "Grek"), (0x2C60, 0x2C7F, Latin), (0x2D30, 0x2D7F, "Tfng"), (0x2DE0, 0x2DFF, "Cyrl"),
        (0x3005, 0x3007, "Hani"), (0x3041, 0x309F, "Hira"), (0x30A1, 0x30FA, "Kana"), (0x30FD, 0x30FF, "Kana"),
        (0x3131, 0x318E, "Hang"), (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xA640, 0xA69F, "Cyrl"),
        (0xA720, 0xA7FF, Latin), (0xAC00, 0xD7FB, "Hang"), (0xF900, 0xFAFF, "Hani"), (0xFB00, 0xFB06, Latin), (0xFB1D, 0xFB4F, "Hebr"),
        (0xFB50, 0xFDFF, Arabic), (0xFE70, 0xFEFC, Arabic), (0xFF21, 0xFF3A, Latin), (0xFF41, 0xFF5A, Latin), (0xFF66, 0xFF9D, "Kana"),
        (0x20000, 0x3FFFF, "Hani"),
    ];

    /// <summary>
    /// The script of most of the letters, of the first where two are even; <see cref="Undetermined"/> without letters.
    /// Japanese that mixes its scripts is told by whichever it uses most.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        var counts = new List<(string Code, int Count)>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.ModifierLetter || Find(rune.Value) is not { } code)
            {
                continue;
            }

            var i = counts.FindIndex(entry => entry.Code == code);
            if (i < 0)
            {
                counts.Add((code, 1));
            }
            else
            {
                counts[i] = (code, counts[i].Count + 1);
            }
        }

        return counts.Count == 0 ? Undetermined : counts.MaxBy(entry => entry.Count).Code;
    }

    private static string? Find(int codePoint)
    {
        var (low, high) = (0, _blocks.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, code) = _blocks[middle];
            if (codePoint < first)
            {
                high = middle - 1;
            }
            else if (codePoint > last)
            {
                low = middle + 1;
            }
            else
            {
                return code;
            }
        }

        return null;
    }
}
