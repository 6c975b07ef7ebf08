using GraphNews.Graph.Names;
using GraphNews.Graph.Places;

namespace GraphNews.Tests.Places;

public sealed class CountryTableTests
{
    private readonly CountryTable _table = CountryTable.Read();

    [Fact]
    public void Every_country_of_iso_3166_1_is_in_the_table_once()
    {
        Assert.Equal(249, _table.Countries.Length);
        Assert.Equal(249, _table.Countries.Select(country => country.Alpha2).Distinct().Count());
        Assert.Equal(249, _table.Countries.Select(country => country.Alpha3).Distinct().Count());
        Assert.Equal(249, _table.Countries.Select(country => country.Numeric).Distinct().Count());
        Assert.All(_table.Countries, country => Assert.Matches("^[A-Z]{2} [A-Z]{3} [0-9]{3}$", $"{country.Alpha2} {country.Alpha3} {country.Numeric}"));
    }

    [Fact]
    public void Every_country_has_a_name_in_four_languages()
        => Assert.All(_table.Countries, country =>
        {
            Assert.Equal(["ar", "en", "es", "fr"], country.Names.Select(name => name.Language));
            Assert.All(country.Names, name => Assert.Equal(NameFolding.Clean(name.Value), name.Value));
            Assert.All(country.Names, name => Assert.Equal(name.Language == "ar" ? "Arab" : "Latn", Scripts.Of(name.Value)));
        });

    [Theory]
    [InlineData("MA", "MAR", "504", "المغرب", "Morocco", "Marruecos", "Maroc")]
    [InlineData("ES", "ESP", "724", "إسبانيا", "Spain", "España", "Espagne")]
    [InlineData("DE", "DEU", "276", "ألمانيا", "Germany", "Alemania", "Allemagne")]
    [InlineData("YE", "YEM", "887", "اليمن", "Yemen", "Yemen", "Yémen")]
    public void Codes_and_names_are_those_of_the_country(string alpha2, string alpha3, string numeric, params string[] names)
    {
        var country = Assert.Single(_table.Countries, country => country.Alpha2 == alpha2);

        Assert.Equal((alpha3, numeric), (country.Alpha3, country.Numeric));
        Assert.Equal(names, country.Names.Select(name => name.Value));
    }

    [Fact]
    public void Every_english_name_makes_a_slug_of_its_own()
    {
        var slugs = _table.Countries.Select(country => SlugText.From(country.Names.Single(name => name.Language == "en").Value)).ToList();

        Assert.DoesNotContain(null, slugs);
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
    }
}
