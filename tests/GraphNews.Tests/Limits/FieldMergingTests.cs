namespace GraphNews.Tests.Limits;

/// <summary>Fields of one response name are one field of the answer, or the document is refused. Source: GraphQL specification, 5.3.2.</summary>
public sealed class FieldMergingTests
{
    [Theory]
    [InlineData("{ official(slug: \"a\") { slug slug } }")]
    [InlineData("{ official(slug: \"a\") { name(language: \"en\") name(language: \"en\") } }")]
    [InlineData("{ official(slug: \"a\") { meetings(first: 1, after: \"x\") { totalCount } meetings(after: \"\"\"x\"\"\", first: 1) { nodes { slug } } } }")]
    [InlineData("{ meetings(where: { slug: { eq: \"a\", neq: \"b\" } }) { totalCount } meetings(where: { slug: { neq: \"b\", eq: \"a\" } }) { totalCount } }")]
    [InlineData("{ node(id: \"a\") { ... on Official { x: slug } ... on Agency { x: slug } } }")]
    [InlineData("{ node(id: \"a\") { ... on Official { x: birthDate { text } } ... on Agency { x: founded { other: text } } } }")]
    [InlineData("{ node(id: \"a\") { ... on Official { x: meetings(first: 1) { totalCount } } ... on Topic { x: meetings(first: 2) { totalCount } } } }")]
    [InlineData("{ node(id: \"a\") { ... on Official { x: meetings(first: 1) { n: nodes { s: slug } } } ... on Topic { x: meetings(first: 2) { n: nodes { s: slug } } } } }")]
    [InlineData("{ official(slug: \"a\") { ...A ...A ...B } } fragment A on Official { slug ...B } fragment B on Official { slug }")]
    [InlineData("{ __schema { types { name } types { kind } } }")]
    public void Fields_that_ask_for_the_same_or_exclude_one_another_can_be_merged(string query) => Assert.Null(Documents.Error(query));

    [Theory]
    [InlineData("{ official(slug: \"a\") { slug slug: id } }", "one is slug, the other id")]
    [InlineData("{ official(slug: \"a\") { x: name(language: \"en\") x: name(language: \"fr\") } }", "their arguments differ")]
    [InlineData("{ official(slug: \"a\") { name name(language: \"fr\") } }", "their arguments differ")]
    [InlineData("query ($a: Int, $b: Int) { officials(first: $a) { totalCount } officials(first: $b) { totalCount } }", "their arguments differ")]
    [InlineData("{ nodes(ids: [\"a\", \"b\"]) { id } nodes(ids: [\"b\", \"a\"]) { id } }", "their arguments differ")]
    [InlineData("{ official(slug: \"a\") { x: slug x: birthDate { text } } }", "one is slug, the other birthDate")]
    [InlineData("{ official(slug: \"a\") { ...A ...B } } fragment A on Official { x: slug } fragment B on Official { x: id }", "one is slug, the other id")]
    [InlineData("{ node(id: \"a\") { ... on Official { x: slug } ... on Agency { x: createdVersion } } }", "one is String!, the other Version!")]
    [InlineData("{ node(id: \"a\") { ... on Official { x: slug } ... on Entity { x: id } } }", "one is slug, the other id")]
    [InlineData("{ node(id: \"a\") { ... on Official { x: meetings { totalCount } } ... on Topic { x: meetings { totalCount: nodes { slug } } } } }", "one is Int!, the other [Meeting!]!")]
    [InlineData("{ official(slug: \"a\") { meetings { nodes { s: slug } } meetings { nodes { s: title } } } }", "one is slug, the other title")]
    [InlineData("{ __schema { types { x: name x: kind } } }", "one is name, the other kind")]
    public void Fields_that_cannot_be_merged_are_told_with_both_their_places(string query, string reason)
    {
        var error = Documents.Error(query);

        Assert.Equal("VALIDATION_FAILED", error?.Code);
        Assert.Contains(reason, error!.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Locations.Count);
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "asks for 21 fields that their types do not have; the first is nothing0")]
    public void Of_many_unknown_fields_none_is_compared_with_those_that_are_known(int count, string? told)
    {
        var error = Documents.Error("{ __typename official(slug: \"a\") { slug __typename " + string.Join(' ', Enumerable.Range(0, count).Select(i => $"nothing{i} {{ more }}")) + " } }");

        Assert.Equal(told is null ? null : "VALIDATION_FAILED", error?.Code);
        Assert.Contains(told ?? "", error?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_the_schema_does_not_have_is_told_with_its_place()
    {
        var error = Documents.Error("query ($a: [Strinh!]!) { officials { totalCount } }");

        Assert.Equal(("VALIDATION_FAILED", "The schema has no type Strinh."), (error?.Code, error?.Message));
        Assert.Equal(13, Assert.Single(error!.Locations).Column);
    }

    [Fact]
    public void A_fragment_that_spreads_itself_is_refused_by_its_name()
    {
        var error = Documents.Error("{ official(slug: \"a\") { ...A } } fragment A on Official { meetings { nodes { ...B } } } fragment B on Meeting { participations { nodes { official { ...A } } } }");

        Assert.Equal("VALIDATION_FAILED", error?.Code);
        Assert.Contains("The fragment A spreads itself", error!.Message, StringComparison.Ordinal);
    }
}
