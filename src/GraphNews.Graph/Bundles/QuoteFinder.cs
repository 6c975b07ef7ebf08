namespace GraphNews.Graph.Bundles;

/// <summary>Where a quote stands in an article's text.</summary>
/// <param name="Quote">The words, as the text has them.</param>
/// <param name="Start">Where they begin, in UTF-16 code units.</param>
/// <param name="End">Where they end, exclusive.</param>
internal sealed record FoundQuote(string Quote, int Start, int End);

/// <summary>Finds where a quote stands in a text: ordinal, in UTF-16 code units, the end exclusive.</summary>
internal static class QuoteFinder
{
    /// <summary>The place of a quote, or a sentence that says why there is no one place.</summary>
    /// <param name="text">The article's text exactly as received.</param>
    /// <param name="quote">The words; null if only their place is given.</param>
    /// <param name="start">Where they are said to begin; null if that is not said.</param>
    /// <param name="end">Where they are said to end; null if that is not said.</param>
    public static (FoundQuote? Found, string? Error) Find(string text, string? quote, long? start, long? end)
    {
        if (quote is null)
        {
            return Cut(text, start, end);
        }

        if (start is not null || end is not null)
        {
            return Check(text, quote, start ?? end!.Value - quote.Length, end ?? start!.Value + quote.Length);
        }

        var first = text.IndexOf(quote, StringComparison.Ordinal);
        if (first < 0)
        {
            return Wrong($"The quote does not stand in the article's text: '{quote}'. It has to be the same to the letter.");
        }

        var second = text.IndexOf(quote, first + 1, StringComparison.Ordinal);
        return second < 0
            ? (new FoundQuote(quote, first, first + quote.Length), null)
            : Wrong($"The quote stands in the article's text more than once, at {first} and at {second}: '{quote}'. Say which by start.");
    }

    private static (FoundQuote? Found, string? Error) Cut(string text, long? start, long? end)
        => start >= 0 && end > start && end <= text.Length
            ? (new FoundQuote(text[(int)start..(int)end], (int)start, (int)end), null)
            : Wrong($"There is nothing at {start} to {end} of a text of {text.Length} characters.");

    private static (FoundQuote? Found, string? Error) Check(string text, string quote, long start, long end)
    {
        if (start < 0 || end > text.Length || end - start != quote.Length)
        {
            return Wrong($"The quote of {quote.Length} characters cannot be at {start} to {end} of a text of {text.Length}: '{quote}'.");
        }

        var found = text.AsSpan((int)start, quote.Length);
        return found.SequenceEqual(quote)
            ? (new FoundQuote(quote, (int)start, (int)end), null)
            : Wrong($"At {start} the article's text has '{found}' and not the quote '{quote}'.");
    }

    private static (FoundQuote? Found, string? Error) Wrong(string error) => (null, error);
}
