using System.Text;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Names;

namespace GraphNews.Graph.Citations;

/// <summary>
/// Finds where a quote stands in a text whose letters are the same when folded: case, diacritics, variants of a letter
/// and white space may differ. What is found is what the text has.
/// </summary>
internal static class FoldedQuote
{
    /// <summary>The place of a quote, or a sentence that says why there is no one place.</summary>
    /// <param name="text">The article's text exactly as received.</param>
    /// <param name="quote">The words; null if only their place is given.</param>
    /// <param name="start">Where they are said to begin; null if that is not said.</param>
    /// <param name="end">Where they are said to end; null if that is not said.</param>
    public static (FoundQuote? Found, string? Error) Find(string text, string? quote, long? start, long? end)
    {
        var exact = QuoteFinder.Find(text, quote, start, end);
        if (exact.Found is not null || quote is null || start is not null || end is not null || text.Contains(quote, StringComparison.Ordinal)) return exact;

        var wanted = Fold(quote).Letters.ToString();
        if (wanted.Length == 0) return (null, "The quote has no letters or digits to look for.");

        var (letters, places) = Fold(text);
        var folded = letters.ToString();
        var first = folded.IndexOf(wanted, StringComparison.Ordinal);
        if (first < 0) return (null, $"The quote does not stand in the article's text: '{Cut(quote)}'. Case, diacritics and white space may differ, the words may not.");

        var found = Place(text, places, first, wanted.Length);
        var second = folded.IndexOf(wanted, first + 1, StringComparison.Ordinal);
        return second < 0
            ? (found, null)
            : (null, $"The quote stands in the article's text more than once, at {found.Start} and at {places[second]}. Say which by start and end.");
    }

    private static FoundQuote Place(string text, List<int> places, int first, int length)
    {
        var start = places[first];
        var last = places[first + length - 1];
        Rune.DecodeFromUtf16(text.AsSpan(last), out _, out var width);
        var end = last + width;

        // Marks that belong to the last letter belong to the quote.
        while (end < text.Length && Rune.GetUnicodeCategory(new Rune(char.IsSurrogate(text[end]) ? ' ' : text[end])) is System.Globalization.UnicodeCategory.NonSpacingMark) end++;
        return new FoundQuote(text[start..end], start, end);
    }

    // Letter by letter, so that each keeps its place; spaces and punctuation count no more than their absence.
    private static (StringBuilder Letters, List<int> Places) Fold(string text)
    {
        var letters = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var width);
            foreach (var letter in NameFolding.Folded(rune.ToString()))
            {
                if (letter == ' ') continue;
                letters.Append(letter);
                places.Add(i);
            }

            i += width;
        }

        return (letters, places);
    }

    private static string Cut(string quote) => quote.Length <= 80 ? quote : quote[..80] + "…";
}
