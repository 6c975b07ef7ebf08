using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace GraphNews.Graph.Search;

/// <summary>
/// How texts become words: by the grammar of their language where it is Arabic, English, French or Spanish, and
/// folded in any case. Names are folded by their own rules and never stemmed.
/// </summary>
internal sealed class Analysis : IDisposable
{
    /// <summary>The analysis of texts in any language.</summary>
    public const string Any = "any";

    private readonly Dictionary<string, Analyzer> _byLanguage = new(StringComparer.Ordinal)
    {
        ["ar"] = new ArabicAnalyzer(LuceneVersion.LUCENE_48),
        ["en"] = new EnglishAnalyzer(LuceneVersion.LUCENE_48),
        ["es"] = new SpanishAnalyzer(LuceneVersion.LUCENE_48),
        ["fr"] = new FrenchAnalyzer(LuceneVersion.LUCENE_48),
        [Any] = new FoldedWords(),
    };

    private readonly WhitespaceAnalyzer _names = new(LuceneVersion.LUCENE_48);

    public Analysis()
    {
        var fields = _byLanguage.SelectMany(language => new[]
        {
            KeyValuePair.Create(IndexFields.Title(language.Key), language.Value),
            KeyValuePair.Create(IndexFields.Body(language.Key), language.Value),
            KeyValuePair.Create(IndexFields.Whole(language.Key), language.Value),
        });
        Fields = new PerFieldAnalyzerWrapper(_names, new Dictionary<string, Analyzer>(fields));
    }

    /// <summary>All fields of the index.</summary>
    public Analyzer Fields { get; }

    /// <summary>Every analysis: the four languages, and <see cref="Any"/>.</summary>
    public IReadOnlyCollection<string> Keys => _byLanguage.Keys;

    /// <summary>The analyses of a text: that of its language, if it has one, and <see cref="Any"/>.</summary>
    public IEnumerable<string> Of(string language)
    {
        var primary = language.Split('-')[0].ToLowerInvariant();
        return primary != Any && _byLanguage.ContainsKey(primary) ? [primary, Any] : [Any];
    }

    /// <summary>The words of a text, with their places in it.</summary>
    public IEnumerable<AnalysedWord> Words(string analysis, string text)
    {
        using var stream = _byLanguage[analysis].GetTokenStream(IndexFields.Body(analysis), text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var place = stream.AddAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) yield return new AnalysedWord(term.ToString(), place.StartOffset, place.EndOffset);
        stream.End();
    }

    public void Dispose()
    {
        Fields.Dispose();
        _names.Dispose();
        foreach (var analyzer in _byLanguage.Values) analyzer.Dispose();
    }
}

/// <summary>A word as the index has it.</summary>
/// <param name="Term">Without its endings, or folded.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="End">Where it has ended.</param>
internal readonly record struct AnalysedWord(string Term, int Start, int End);
