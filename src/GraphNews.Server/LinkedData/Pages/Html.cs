using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace GraphNews.Server.LinkedData.Pages;

/// <summary>
/// A piece of HTML. What stands in the holes of <c>Html.Of($"…{value}…")</c> is text and escaped, unless it is HTML itself: so
/// nothing of the graph can become markup.
/// </summary>
internal sealed class Html
{
    /// <summary>Nothing.</summary>
    public static readonly Html None = new("");

    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Markup with values in it.</summary>
    public static Html Of(Markup markup) => new(markup.ToStringAndClear());

    /// <summary>Markup of our own, as it is.</summary>
    public static Html Raw(string markup) => new(markup);

    /// <summary>Several pieces after one another.</summary>
    public static Html Of(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece._markup)));

    public override string ToString() => _markup;

    /// <summary>Takes up markup as the compiler finds it in an interpolated string, and escapes what is in its holes.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup(int literalLength, int formattedCount)
    {
        /// <summary>Arabic stays Arabic; what could end a text or an attribute does not.</summary>
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(Html piece) => _text.Append(piece._markup);

        public void AppendFormatted(string? value) => _text.Append(Encoder.Encode(value ?? ""));

        public string ToStringAndClear() => _text.ToString();
    }
}
