using FsCheck.Xunit;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Tests.Names;

public sealed class SlugTextTests
{
    [Theory]
    [InlineData("Abdellatif Hammouchi", "abdellatif-hammouchi")]
    [InlineData("Côte d’Ivoire", "cote-divoire")]
    [InlineData("São Tomé & Príncipe", "sao-tome-principe")]
    [InlineData("Åland Islands", "aland-islands")]
    [InlineData("World Cup 2030", "world-cup-2030")]
    [InlineData("كأس العالم ٢٠٣٠", "kas-alalm-2030")]
    [InlineData("عادل العقبي", "adl-alqbi")]
    [InlineData("وليد الوشلي", "wlid-alushli")]
    [InlineData("Сергей Лавров", "sergei-lavrov")]
    [InlineData("Κυριάκος Μητσοτάκης", "kyriakos-mitsotakis")]
    [InlineData("-- x --", "x")]
    public void A_slug_is_written_in_plain_latin_letters(string name, string slug)
        => Assert.Equal(slug, SlugText.From(name));

    [Theory]
    [InlineData("習近平")]
    [InlineData("…")]
    public void A_name_that_cannot_be_written_in_latin_letters_gives_no_slug(string name)
    {
        Assert.Null(SlugText.From(name));
        Assert.Equal("source-article", SlugText.For(name, NodeKind.SourceArticle));
    }

    [Fact]
    public void The_english_name_gives_the_slug_before_other_latin_ones_and_any_latin_one_before_arabic()
    {
        Name[] names =
        [
            new() { Id = 1, Value = "عبد اللطيف حموشي", Language = "ar" },
            new() { Id = 2, Value = "Abdellatif El Hammouchi", Language = "fr" },
            new() { Id = 3, Value = "Hammouchi", Language = "en", Kind = NameKind.Alias },
            new() { Id = 4, Value = "Abdellatif Hammouchi", Language = "en" },
        ];

        Assert.Equal("abdellatif-hammouchi", SlugText.For(names, NodeKind.Official));
        Assert.Equal("abdellatif-el-hammouchi", SlugText.For(names[..3], NodeKind.Official));
        Assert.Equal("bd-alltif-hmushi", SlugText.For(names[..1], NodeKind.Official));
        Assert.Equal("official", SlugText.For([], NodeKind.Official));
    }

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var slug = SlugText.From(string.Join(' ', Enumerable.Repeat("security", 30)));

        Assert.True(slug!.Length <= SlugText.MaxLength);
        Assert.EndsWith("-security", slug, StringComparison.Ordinal);
    }

    [Property(MaxTest = 500)]
    public void Whatever_the_name_the_slug_is_one_or_there_is_none(string? name)
    {
        var text = string.Concat((name ?? "").EnumerateRunes().Where(rune => rune.Value != 0xFFFD));
        var slug = SlugText.From(text);

        Assert.True(slug is null || SlugText.IsSlug(slug), slug);
    }
}
