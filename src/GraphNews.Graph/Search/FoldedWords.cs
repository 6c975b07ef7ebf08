using GraphNews.Graph.Names;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace GraphNews.Graph.Search;

/// <summary>Words without case, diacritics and variants of letters, not stemmed: for any language, and for words half typed.</summary>
internal sealed class FoldedWords : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new TokenStreamComponents(words, new Folding(words));
    }

    private sealed class Folding : TokenFilter
    {
        private readonly ICharTermAttribute _term;

        public Folding(TokenStream words)
            : base(words) => _term = AddAttribute<ICharTermAttribute>();

        public override bool IncrementToken()
        {
            while (m_input.IncrementToken())
            {
                // A word with punctuation inside stays one word.
                var folded = NameFolding.Folded(_term.ToString()).Replace(" ", "", StringComparison.Ordinal);
                if (folded.Length == 0) continue;
                _term.SetEmpty().Append(folded);
                return true;
            }

            return false;
        }
    }
}
