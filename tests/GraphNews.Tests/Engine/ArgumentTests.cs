using System.Text.Json;

namespace GraphNews.Tests.Engine;

/// <summary>Arguments reach the walk as they were written, whichever engine reads them.</summary>
public sealed class ArgumentTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private const string Slugs = "{ nodes { slug } }";

    [Fact]
    public async Task An_input_sorts_by_its_fields_in_the_order_written()
    {
        var data = await sample.Answers.DataAsync(
            "query ($order: [MeetingSortInput!]) {"
            + $" byKind: meetings(order: {{ kind: ASC, slug: DESC }}) {Slugs} bySlug: meetings(order: {{ slug: DESC, kind: ASC }}) {Slugs}"
            + $" given: meetings(order: $order) {Slugs} }}",
            new { order = new[] { new Dictionary<string, string> { ["slug"] = "DESC", ["kind"] = "ASC" } } });

        var bySlug = Read(data, "bySlug");
        Assert.Equal(bySlug.OrderDescending(StringComparer.Ordinal), bySlug);
        Assert.Equal(bySlug, Read(data, "given"));
        Assert.NotEqual(bySlug, Read(data, "byKind"));
    }

    [Fact]
    public async Task What_is_left_out_of_a_filter_is_not_asked_and_what_is_null_is()
    {
        const string Query =
            """
            query ($parent: MeetingFilterInput, $slug: String) {
              meetings(where: { parent: $parent, slug: { startsWith: "madrid" } }) { totalCount }
              agencies(where: { slug: { eq: $slug } }) { totalCount }
            }
            """;

        var leftOut = await sample.Answers.DataAsync(Query);
        var asNull = await sample.Answers.DataAsync(Query, new { parent = (object?)null, slug = (string?)null });

        Assert.Equal(4, Count(leftOut, "meetings"));
        Assert.Equal(1, Count(asNull, "meetings"));
        Assert.NotEqual(0, Count(leftOut, "agencies"));
        Assert.Equal(0, Count(asNull, "agencies"));
    }

    [Fact]
    public async Task A_single_value_stands_for_a_list_of_one()
    {
        var data = await sample.Answers.DataAsync(
            """
            query ($kind: [MeetingKind!], $order: [MeetingSortInput!]) {
              literal: meetings(where: { kind: { in: VISIT } }, order: { slug: ASC }) { nodes { slug } }
              given: meetings(where: { kind: { in: $kind } }, order: $order) { nodes { slug } }
            }
            """,
            new { kind = "VISIT", order = new { slug = "ASC" } });

        Assert.Equal(["madrid-visit-2025-01"], Read(data, "literal"));
        Assert.Equal(["madrid-visit-2025-01"], Read(data, "given"));
    }

    [Theory]
    [InlineData("query { official(id: 3) { slug } }", null)]
    [InlineData("query ($id: ID) { official(id: $id) { slug } }", 3)]
    public async Task An_id_written_as_a_number_is_read_as_a_text(string query, int? id)
        => Assert.Equal(["INVALID_ID"], await sample.Answers.CodesAsync(query, new { id }));

    [Fact]
    public async Task A_default_holds_where_the_variable_is_left_out_but_not_where_it_is_null()
    {
        const string Query = "query ($slug: String = \"morocco-dgsn\") { agency(slug: $slug) { slug } }";

        Assert.Equal("morocco-dgsn", (await sample.Answers.DataAsync(Query)).GetProperty("agency").GetProperty("slug").GetString());
        Assert.Equal(["BAD_ARGUMENTS"], await sample.Answers.CodesAsync(Query, new { slug = (string?)null }));
    }

    [Fact]
    public async Task Operations_at_the_same_time_keep_their_arguments_apart()
    {
        string[] slugs = ["morocco-dgsn", "morocco-dgst", "spain-policia-nacional", "germany-bundespolizei"];

        var asked = Enumerable.Range(0, 40).Select(i => slugs[i % 4]).ToList();
        var answers = await Task.WhenAll(asked.Select(slug => Task.Run(()
            => sample.Answers.DataAsync("query ($slug: String!) { agency(slug: $slug) { slug } }", new { slug }))));

        Assert.Equal(asked, answers.Select(data => data.GetProperty("agency").GetProperty("slug").GetString()!));
    }

    private static List<string> Read(JsonElement data, string list)
        => [.. data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()!)];

    private static int Count(JsonElement data, string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();
}
