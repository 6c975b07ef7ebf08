using GraphNews.Graph.Mappings;

namespace GraphNews.Tests.Mappings;

public sealed class OrganisationKeyTests
{
    [Theory]
    [InlineData("BP plc", "B.P.")]
    [InlineData("The Sun", "SUN")]
    [InlineData("Marks & Spencer PLC", "Marks and Spencer")]
    [InlineData("Prince’s Trust", "The Princes Trust")]
    [InlineData("Acme Co. Ltd", "ACME CO LIMITED")]
    [InlineData("Rolls-Royce", "Rolls Royce")]
    [InlineData("Telefónica", "Telefonica")]
    public void Case_punctuation_accents_and_legal_forms_do_not_tell_organisations_apart(string one, string other)
        => Assert.Equal(OrganisationKey.Of(one), OrganisationKey.Of(other));

    [Theory]
    [InlineData("Acme Group", "Acme")]
    [InlineData("The", "Ltd")]
    [InlineData("Sky", "Sky News")]
    [InlineData("University of Leeds", "Leeds University")]
    [InlineData("???", "!!!")]
    public void Other_words_do(string one, string other)
        => Assert.NotEqual(OrganisationKey.Of(one), OrganisationKey.Of(other));
}
