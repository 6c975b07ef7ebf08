using GraphNews.Graph.Documents;
using GraphNews.Graph.Errors;

namespace GraphNews.Tests.Limits;

/// <summary>A document of one long line is read like any other, and its mistakes have their place.</summary>
public sealed class ShortLinesTests
{
    private const string Start = "{ officials(where: { slug: { eq: \"a, b # c\" } }) { nodes { ";

    [Fact]
    public void A_document_without_long_lines_is_left_as_it_is() => Assert.Null(ShortLines.Of(string.Join('\n', Enumerable.Repeat(new string(' ', 900), 20))));

    [Fact]
    public void Only_what_means_nothing_is_broken()
    {
        var text = Line("\"\"\"one, \\\"\"\" two\"\"\"" + new string(',', 20) + "\"a \\\" b\" " + new string(' ', 1_500) + "# , end");
        var shorter = ShortLines.Of(text)!;

        Assert.Equal(text, shorter.Text.Replace('\n', ' ').Replace("\"\"\" ", "\"\"\",", StringComparison.Ordinal), IgnoringWhatMeansNothing);
        Assert.Contains("\"\"\"one, \\\"\"\" two\"\"\"", shorter.Text, StringComparison.Ordinal);
        Assert.Contains("# , end", shorter.Text, StringComparison.Ordinal);
        Assert.InRange(shorter.LongestLine, 1_000, 1_100);
        return;

        static bool IgnoringWhatMeansNothing(string one, string other) => one.Replace(',', ' ') == other.Replace(',', ' ');
    }

    [Fact]
    public void A_document_without_spaces_comes_in_pieces_of_whole_tokens()
    {
        var text = "{" + string.Concat(Enumerable.Repeat("a(b:\"{[\"){c}", 500)) + "}";
        var shorter = ShortLines.Of(text)!;

        Assert.Equal(text, string.Concat(shorter.Pieces));
        Assert.InRange(shorter.LongestToken, 1_000, 1_010);
        Assert.Equal(text.Length, shorter.LongestLine);
    }

    [Fact]
    public void A_mistake_far_out_on_a_long_line_has_its_place()
    {
        var text = Line("?");
        var error = Documents.Error(text);

        Assert.Equal(ErrorCodes.SyntaxError, error!.Code);
        Assert.Equal((1, text.Length), (error.Locations[0].Line, error.Locations[0].Column));
    }

    [Fact]
    public void A_mistake_on_the_line_after_a_long_one_has_its_place()
    {
        var error = Documents.Error(Line("slug") + "\r\n  ) } }");

        Assert.Equal((2, 3), (error!.Locations[0].Line, error.Locations[0].Column));
    }

    [Fact]
    public void A_correct_document_of_one_long_line_is_read() => Assert.Null(Documents.Error(Line("slug } } }")));

    private static string Line(string end) => Start + string.Concat(Enumerable.Repeat("slug, ", 300)) + end;
}
