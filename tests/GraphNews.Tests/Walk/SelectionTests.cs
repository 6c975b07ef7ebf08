using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Storage;
using Snapshooter.Xunit;

namespace GraphNews.Tests.Walk;

public sealed class SelectionTests : IAsyncLifetime
{
    private TestGraph _graph = null!;
    private GraphAnswers _answers = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 60, meetingsOfTheOfficial: 4).WriteToAsync(_graph.Storage);
        _answers = new GraphAnswers(_graph.Storage);
    }

    public async Task DisposeAsync()
    {
        _answers.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task Aliases_of_one_field_with_different_arguments_have_their_own_answers()
        => (await _answers.DataAsync(
            """
            {
              official(slug: "the-official") {
                name en: name(language: "en") ar: name(language: "ar")
                early: meetings(first: 1, order: [{ starts: ASC }]) { nodes { slug starts { text } } }
                late: meetings(first: 1, order: [{ starts: DESC }]) {
                  nodes { slug first: participations(first: 1) { totalCount nodes { role } } rest: participations(first: 2) { edges { node { role official { en: name(language: "en") ar: name(language: "ar") } } } } }
                }
              }
              other: official(slug: "official-1") { en: name(language: "en") }
            }
            """)).ToString().MatchSnapshot();

    [Fact]
    public async Task Fragments_on_interfaces_and_unions_give_each_type_its_fields()
        => (await _answers.DataAsync(
            """
            query {
              agreements(first: 1) {
                nodes {
                  ...Titled
                  parties { __typename party { __typename ... on Agency { slug kind } ... on Country { code } ... on Entity { names { value } } } }
                  evidence: citations(first: 2) { nodes { quote subject { __typename id ... on Entity { slug } ... on Agreement { status meeting { slug } } } article { ...Titled publisher { name } } } }
                }
              }
            }
            fragment Titled on Entity { __typename slug name citations(first: 1) { totalCount } ... on Node { id } }
            """)).ToString().MatchSnapshot();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Skip_and_include_hold_at_every_depth(bool more)
        => (await _answers.DataAsync(
            """
            query ($more: Boolean!) {
              official(slug: "the-official") {
                name @skip(if: $more)
                meetings(first: 1) @include(if: true) {
                  totalCount @include(if: $more)
                  nodes {
                    slug
                    ... @include(if: $more) { place { slug country { code @skip(if: $more) alpha3 } } }
                    participations(first: 1) @skip(if: $more) { nodes { role } }
                  }
                }
              }
            }
            """,
            new { more })).ToString().MatchSnapshot(Snapshooter.SnapshotNameExtension.Create(more));

    [Fact]
    public async Task Any_node_is_found_by_its_id_and_several_in_the_order_asked()
    {
        var ids = (await _answers.DataAsync("{ official(slug: \"the-official\") { id tenures { id } } country(code: \"BZ\") { id } }")).ToString();
        var found = System.Text.RegularExpressions.Regex.Matches(ids, "\"id\":\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        var unknown = Base64("Official:999999");

        var data = await _answers.DataAsync(
            "query ($ids: [ID!]!, $one: ID!) { nodes(ids: $ids) { __typename id ... on Country { code } ... on Tenure { post { slug } } } node(id: $one) { __typename ... on Official { slug } } }",
            new { ids = new[] { found[2], unknown, found[0], found[1], found[0] }, one = found[0] });

        data.ToString().MatchSnapshot();
    }

    [Theory]
    [InlineData("{ node(id: \"nonsense\") { id } }", "INVALID_ID")]
    [InlineData("{ nodes(ids: [\"T2ZmaWNpYWw6MQ\", \"x\"]) { id } }", "INVALID_ID")]
    [InlineData("{ official(id: \"Q291bnRyeTox\") { id } }", "INVALID_ID")]
    [InlineData("{ official { id } }", "BAD_ARGUMENTS")]
    [InlineData("{ official(slug: \"a\", id: \"b\") { id } }", "BAD_ARGUMENTS")]
    [InlineData("{ country(slug: \"a\", code: \"MA\") { id } }", "BAD_ARGUMENTS")]
    [InlineData("{ officials(where: { id: { eq: \"x\" } }) { totalCount } }", "INVALID_ID")]
    [InlineData("{ officials(where: { birthDate: { gte: null } }) { totalCount } }", "BAD_ARGUMENTS")]
    [InlineData("{ officials(where: { birthDate: { gte: \"2025-02-30\" } }) { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\") { name(language: \"not a tag\") } }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: 1) { id } }", "VALIDATION_FAILED")]
    [InlineData("{ officials { nodes { nonsense } } }", "VALIDATION_FAILED")]
    [InlineData("{ officials { nodes { ", "SYNTAX_ERROR")]
    [InlineData("fragment F on Official { id }", "UNKNOWN_OPERATION")]
    [InlineData("query A { graph { version } } query B { graph { version } }", "UNKNOWN_OPERATION")]
    [InlineData("query ($id: ID!) { node(id: $id) { id } }", "INVALID_VARIABLE")]
    public async Task A_wrong_question_gets_its_code(string query, string code)
        => Assert.Equal([code], await _answers.CodesAsync(query));

    [Fact]
    public async Task An_error_below_the_root_has_its_path_and_place_and_spares_the_rest()
        => (await _answers.AskAsync(
            """
            {
              graph { version }
              official(slug: "the-official") { slug meetings(first: 1000) { totalCount } }
            }
            """)).ToString().MatchSnapshot();

    [Fact]
    public async Task An_unknown_slug_gives_null()
        => Assert.Equal("""{"official":null}""", (await _answers.DataAsync("{ official(slug: \"nobody\") { slug } }")).ToString());

    private static string Base64(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
}
