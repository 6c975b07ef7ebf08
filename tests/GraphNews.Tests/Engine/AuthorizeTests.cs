using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Schema;

namespace GraphNews.Tests.Engine;

/// <summary>Who may have which field, by <c>@authorize</c> in the schema.</summary>
public sealed class AuthorizeTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private static readonly IReadOnlyList<SchemaSource> Sources = SchemaSource.ReadFolder(SchemaFolder.Path);

    private static readonly Caller Reader = new("key:reader", CallerRole.Reader);
    private static readonly Caller Editor = new("key:editor", CallerRole.Editor);
    private static readonly Caller Admin = new("key:admin", CallerRole.Admin);

    [Fact]
    public async Task A_root_field_is_refused_to_whoever_lacks_its_role_and_the_rest_is_answered()
    {
        using var answers = With(("graph.graphql", "  graph: GraphInfo!", "  graph: GraphInfo @authorize(roles: [\"editor\"])"));

        const string query = "{ closed: graph { version } official(slug: \"abdellatif-hammouchi\") { slug } }";
        Assert.Equal(["UNAUTHENTICATED closed"], await ErrorsAsync(answers, query, Caller.Anonymous));
        Assert.Equal(["FORBIDDEN closed"], await ErrorsAsync(answers, query, Reader));
        Assert.Empty(await ErrorsAsync(answers, query, Editor));
        Assert.Empty(await ErrorsAsync(answers, query, Admin));

        answers.Caller = Reader;
        var data = (await answers.AskAsync(query)).GetProperty("data");
        Assert.Equal(JsonValueKind.Null, data.GetProperty("closed").ValueKind);
        Assert.Equal("abdellatif-hammouchi", data.GetProperty("official").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_refused_root_field_reads_nothing()
    {
        using var answers = With(("graph.graphql", "  graph: GraphInfo!", "  graph: GraphInfo @authorize(roles: [\"editor\"])"));

        Assert.False((await answers.AskAsync("{ graph { version } }")).TryGetProperty("version", out _));
    }

    [Fact]
    public async Task Fields_below_the_root_are_refused_in_rows_joined_rows_lists_and_plain_objects()
    {
        using var answers = With(
            ("nodes.graphql", "  slug: String!", "  slug: String! @authorize(roles: [\"editor\"])"),
            ("meetings.graphql", "  place: Place\n", "  place: Place @authorize(roles: [\"admin\"])\n"),
            ("search.graphql", "  score: Float!", "  score: Float @authorize(roles: [\"editor\"])"),
            ("graph.graphql", "  counts: [KindCount!]!", "  counts: [KindCount!] @authorize"));

        // The slug may not be null, so that its refusal takes the objects around it along.
        const string query =
            """
            {
              official(slug: "abdellatif-hammouchi") { name meetings(first: 1) { nodes { title place { name } } edges { node { place { name } } } } }
              graph { version counts { count } }
              search(text: "Hammouchi", first: 1) { nodes { score node { name } } }
              slug: official(slug: "abdellatif-hammouchi") { slug }
            }
            """;
        Assert.Equal(
            [
                "UNAUTHENTICATED graph/counts", "UNAUTHENTICATED official/meetings/edges/0/node/place", "UNAUTHENTICATED official/meetings/nodes/0/place",
                "UNAUTHENTICATED search/nodes/0/score", "UNAUTHENTICATED slug/slug",
            ],
            (await ErrorsAsync(answers, query, Caller.Anonymous)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["FORBIDDEN official/meetings/edges/0/node/place", "FORBIDDEN official/meetings/nodes/0/place"],
            (await ErrorsAsync(answers, query, Editor)).Order(StringComparer.Ordinal));
        Assert.Empty(await ErrorsAsync(answers, query, Admin));

        // The statements are those of the caller before; the answer is not.
        Assert.Equal(5, (await ErrorsAsync(answers, query, Caller.Anonymous)).Count);
    }

    [Fact]
    public void What_asks_for_a_role_is_no_condition_and_no_order()
    {
        var generated = InputGenerator.Generate(Changed(("posts.graphql", "  rank: String\n", "  rank: String @authorize\n")));

        Assert.All(generated.Where(IsForReading), file => Assert.DoesNotContain("  rank: ", file.Text, StringComparison.Ordinal));
        Assert.All(InputGenerator.Generate(Sources), file => Assert.Contains("  rank: ", file.Text, StringComparison.Ordinal));
    }

    // What editors write is theirs to see.
    private static bool IsForReading(SchemaSource file) => file.File != "generated/mutations.graphql";

    [Theory]
    [InlineData("@authorize", CallerRole.Reader)]
    [InlineData("@authorize(roles: [])", CallerRole.Reader)]
    [InlineData("@authorize(roles: \"admin\")", CallerRole.Admin)]
    [InlineData("@authorize(roles: [\"admin\", \"editor\"])", CallerRole.Editor)]
    [InlineData("@authorize(roles: [\"editor\"]) @authorize(roles: [\"admin\"])", CallerRole.Admin)]
    [InlineData("@authorize(roles: [\"editor\"], apply: BEFORE_RESOLVER)", CallerRole.Editor)]
    [InlineData("", CallerRole.Anonymous)]
    public void One_of_the_roles_is_enough_and_every_directive_must_be_met(string directives, CallerRole role)
        => Assert.Equal(role, Bind(("graph.graphql", "  graph: GraphInfo!", $"  graph: GraphInfo! {directives}")).Query.Field("graph").RequiredRole);

    [Fact]
    public void A_directive_at_a_type_is_one_at_each_of_its_fields()
    {
        var tenure = Bind(("officials.graphql", "type Tenure implements Node & Fact {", "type Tenure implements Node & Fact @authorize(roles: [\"editor\"]) {")).Objects["Tenure"];

        Assert.All(tenure.Fields, field => Assert.Equal(CallerRole.Editor, field.RequiredRole));
    }

    [Fact]
    public void A_directive_at_an_interface_s_field_is_one_at_that_field_of_every_type_that_implements_it()
    {
        var binding = Bind(("nodes.graphql", "  slug: String!", "  slug: String! @authorize(roles: [\"editor\"])"));

        Assert.Equal(CallerRole.Editor, binding.Objects["Official"].Field("slug").RequiredRole);
        Assert.Equal(CallerRole.Editor, binding.Objects["Agency"].Field("slug").RequiredRole);
    }

    [Theory]
    [InlineData("graph.graphql", "  graph: GraphInfo!", "  graph: GraphInfo! @authorize(roles: [\"owner\"])", "Query.graph has @authorize with a role that there is not. Roles: reader, editor, admin.")]
    [InlineData("graph.graphql", "  graph: GraphInfo!", "  graph: GraphInfo! @authorize(policy: \"night\")", "Query.graph has @authorize(policy:) with what is not read")]
    [InlineData("graph.graphql", "  graph: GraphInfo!", "  graph: GraphInfo! @authorize(apply: VALIDATION)", "Query.graph has @authorize(apply:) with what is not read")]
    [InlineData("graph.graphql", "    id: ID!\n", "    id: ID! @authorize\n", "Query.node(id:) has @authorize, which is read at object types")]
    [InlineData("nodes.graphql", "interface Node {", "interface Node @authorize {", "Node has @authorize, which is read at object types")]
    [InlineData("meetings.graphql", "  TRILATERAL\n", "  TRILATERAL @authorize\n", "MeetingKind.TRILATERAL has @authorize, which is read at object types")]
    public void A_directive_that_would_not_be_enforced_stops_the_start(string file, string from, string to, string message)
        => Assert.Contains(
            Assert.Throws<SchemaException>(() => Bind((file, from, to))).Mistakes,
            mistake => mistake.StartsWith($"{file}:", StringComparison.Ordinal) && mistake.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void A_directive_at_an_extension_stops_the_start()
        => Assert.Contains(
            Assert.Throws<SchemaException>(() => SchemaDocument.Merge([.. Sources, new SchemaSource("extra.graphql", "extend type Query @authorize { graph2: Int }")])).Mistakes,
            mistake => mistake.StartsWith("extra.graphql:1: directives stand where Query is defined", StringComparison.Ordinal));

    private static SchemaBinding Bind(params (string File, string From, string To)[] changes)
        => SchemaBinding.Bind(SchemaDocument.Merge(Changed(changes)));

    private static IReadOnlyList<SchemaSource> Changed(params (string File, string From, string To)[] changes)
        => [.. Sources.Select(source => Array.FindAll(changes, change => change.File == source.File)
            .Aggregate(source, (changed, change) =>
            {
                Assert.Contains(change.From, changed.Text, StringComparison.Ordinal);
                return changed with { Text = changed.Text.Replace(change.From, change.To, StringComparison.Ordinal) };
            }))];

    private static async Task<List<string>> ErrorsAsync(GraphAnswers answers, string query, Caller caller)
    {
        answers.Caller = caller;
        return (await answers.AskAsync(query)).TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(error => $"{error.GetProperty("Code").GetString()} {string.Join('/', error.GetProperty("Path").EnumerateArray())}")]
            : [];
    }

    private GraphAnswers With(params (string File, string From, string To)[] changes) => new(sample.Storage, schema: Bind(changes));
}
