using FsCheck;
using FsCheck.Xunit;
using GraphNews.Graph.Bundles;

namespace GraphNews.Tests.Bundles;

public sealed class QuoteFinderTests
{
    private const string Text = "التقى حموشي نظيره. They met. They met again. 🌍 وانتهى";

    [Fact]
    public void A_quote_that_stands_in_the_text_once_is_found()
    {
        var (found, error) = QuoteFinder.Find(Text, "حموشي", null, null);

        Assert.Null(error);
        Assert.Equal(new FoundQuote("حموشي", 6, 11), found);
    }

    [Fact]
    public void Offsets_count_utf_16_code_units()
    {
        var (found, _) = QuoteFinder.Find(Text, "وانتهى", null, null);

        Assert.Equal(Text.Length - 6, found!.Start);
        Assert.Equal("وانتهى", Text[found.Start..found.End]);
    }

    [Theory]
    [InlineData("nowhere", null, null, "does not stand in the article's text")]
    [InlineData("They met", null, null, "more than once, at 19 and at 29")]
    [InlineData("They met", 18L, null, "At 18 the article's text has ' They me'")]
    [InlineData("They met", 19L, 28L, "cannot be at 19 to 28")]
    [InlineData("They met", 4000L, null, "cannot be at 4000 to 4008")]
    [InlineData("They met", null, 3L, "cannot be at -5 to 3")]
    [InlineData(null, 5L, 5L, "nothing at 5 to 5")]
    [InlineData(null, 5L, 4000L, "nothing at 5 to 4000")]
    public void A_quote_that_has_no_one_place_is_refused(string? quote, long? start, long? end, string expected)
    {
        var (found, error) = QuoteFinder.Find(Text, quote, start, end);

        Assert.Null(found);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29L, null)]
    [InlineData(null, 37L)]
    [InlineData(29L, 37L)]
    public void A_given_offset_says_which_of_two_places_is_meant(long? start, long? end)
        => Assert.Equal(new FoundQuote("They met", 29, 37), QuoteFinder.Find(Text, "They met", start, end).Found);

    [Fact]
    public void Offsets_alone_give_the_quote()
        => Assert.Equal(new FoundQuote("They met", 19, 27), QuoteFinder.Find(Text, null, 19, 27).Found);

    [Property]
    public void What_is_found_is_what_stands_there(NonEmptyString text, int from, int length)
    {
        var words = text.Get;
        var start = (int)((uint)from % (uint)words.Length);
        var quote = words.Substring(start, 1 + (int)((uint)length % (uint)(words.Length - start)));

        var (found, error) = QuoteFinder.Find(words, quote, null, null);

        Assert.True(found is null ? error!.Contains("more than once", StringComparison.Ordinal) : words[found.Start..found.End] == quote);
    }
}
