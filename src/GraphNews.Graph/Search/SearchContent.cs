using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Search;

/// <summary>What an entity can be found by.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Names">What it is called, in the order of their ids.</param>
/// <param name="Texts">Its titles, summaries and texts.</param>
/// <param name="Participants">Of a meeting: the officials and agencies that took part.</param>
/// <param name="Quotes">Of an article: what is cited of its text, which is all that everybody may read of it.</param>
internal sealed record SearchContent(
    long Id, NodeKind Kind, IReadOnlyList<SearchedName> Names, IReadOnlyList<SearchedText> Texts, IReadOnlyList<long> Participants, IReadOnlyList<SearchedQuote> Quotes)
{
    /// <summary>The field of an article's text.</summary>
    public const string ArticleText = "text";
}

/// <summary>A stretch of an article's text that is cited.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Language">BCP 47; <c>und</c> if unknown.</param>
/// <param name="Value">What stands there.</param>
internal sealed record SearchedQuote(int Start, string Language, string Value)
{
    /// <summary>Quotes without what they share: those that overlap are one.</summary>
    public static IReadOnlyList<SearchedQuote> Joined(IEnumerable<SearchedQuote> quotes)
    {
        var joined = new List<SearchedQuote>();
        foreach (var quote in quotes.OrderBy(quote => quote.Start))
        {
            if (joined is not [.., var last] || last.Start + last.Value.Length < quote.Start)
            {
                joined.Add(quote);
                continue;
            }

            var shared = last.Start + last.Value.Length - quote.Start;
            if (shared < quote.Value.Length) joined[^1] = last with { Value = last.Value + quote.Value[shared..] };
        }

        return joined;
    }
}

/// <summary>A name as written.</summary>
internal sealed record SearchedName(string Value, string Language);

/// <summary>A text as written, exactly: offsets point into it.</summary>
/// <param name="Field">The schema field's name, such as <c>summary</c>.</param>
/// <param name="Language">BCP 47; <c>und</c> if unknown.</param>
/// <param name="Value">The text.</param>
internal sealed record SearchedText(string Field, string Language, string Value);
