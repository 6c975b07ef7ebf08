using System.Text.Json;

namespace GraphNews.Tests.Transports;

/// <summary>Whatever lists and filters are asked with, the answer is a plain result or a code, and the server lives on.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class FilterInputTests(SampleServer server)
{
    [Theory]
    [InlineData("first: -1", "BAD_ARGUMENTS")]
    [InlineData("last: -1", "BAD_ARGUMENTS")]
    [InlineData("first: 2147483647", "BAD_ARGUMENTS")]
    [InlineData("first: 2147483648", "VALIDATION_FAILED")]
    [InlineData("first: 1, last: 1", "BAD_ARGUMENTS")]
    [InlineData("after: \"bm8gY3Vyc29y\"", "INVALID_CURSOR")]
    [InlineData("where: { name: { matchMode: EXACT } }", "BAD_ARGUMENTS")]
    [InlineData("where: { birthDate: { during: \"2025-13\" } }", "VALIDATION_FAILED")]
    [InlineData("where: { id: { eq: \"x\" } }", "INVALID_ID")]
    public async Task Arguments_that_make_no_list_get_their_code(string arguments, string code)
    {
        var answer = await server.AskAsync($"{{ officials({arguments}) {{ totalCount nodes {{ slug }} }} }}");

        Assert.Equal((code == "VALIDATION_FAILED" ? 400 : 200, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("slug", "eq")]
    [InlineData("name", "contains")]
    [InlineData("name", "matches")]
    public async Task Ten_thousand_conditions_are_refused(string field, string operation)
    {
        var terms = Enumerable.Range(0, 10_000).Select(i => new Dictionary<string, object> { [operation] = $"x{i}" }).ToArray();
        var all = await WhereAsync(new { or = terms.Select(term => new Dictionary<string, object> { [field] = term }) });
        var apart = await WhereAsync(new { or = terms.Take(3_000).Select(term => new Dictionary<string, object> { [field] = term }) });
        var together = await WhereAsync(new Dictionary<string, object> { ["and"] = terms.Take(3_000).Select(term => new Dictionary<string, object> { [field] = term }) });

        Assert.Equal((413, "BODY_TOO_LARGE"), (all.Status, all.Code));
        // To look a name up in every script is dear: the cost alone tells that it is too much.
        var refusal = operation == "matches" ? (400, "TOO_COSTLY") : (200, "BAD_ARGUMENTS");
        Assert.Equal(refusal, (apart.Status, apart.Code));
        Assert.Equal(refusal, (together.Status, together.Code));
        Assert.Equal(200, (await server.AskAsync("{ __typename }")).Status);
    }

    [Fact]
    public async Task Ten_thousand_values_and_five_thousand_empty_conditions_are_answered_or_refused()
    {
        var values = await WhereAsync(new { slug = new { @in = Enumerable.Range(0, 10_000).Select(i => $"x{i}") } });
        var empty = await WhereAsync(new { or = Enumerable.Range(0, 5_000).Select(_ => new { }) });

        Assert.Equal((200, "BAD_ARGUMENTS"), (values.Status, values.Code));
        Assert.Equal(200, empty.Status);
        Assert.Contains(empty.Code, new[] { null, "BAD_ARGUMENTS" });
    }

    [Fact]
    public async Task A_filter_that_nests_as_deep_as_a_body_allows_is_refused_and_the_server_lives()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"and\":[", 5_000)) + "{}" + string.Concat(Enumerable.Repeat("]}", 5_000));

        var answer = await server.PostAsync("{\"query\":\"query ($w: OfficialFilterInput) { officials(where: $w) { totalCount } }\",\"variables\":{\"w\":" + deep + "}}");

        Assert.True(answer.Status is 200 or 400 && answer.Code is not (null or "INTERNAL"), answer.Text);
        Assert.Equal(200, (await server.AskAsync("{ __typename }")).Status);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("%_[a-z]%")]
    [InlineData("'; DROP TABLE Names --")]
    [InlineData("\u0000\uFFFF")]
    [InlineData("title:[* TO *]")]
    [InlineData("\U0001F600")]
    public async Task Patterns_and_odd_characters_are_text(string text)
    {
        foreach (var operation in new[] { "eq", "contains", "startsWith", "matches" })
        {
            var answer = await WhereAsync(new { name = new Dictionary<string, object> { [operation] = text } });
            Assert.Equal((200, null), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task A_name_of_25_000_characters_is_refused_or_found_nowhere()
    {
        var text = string.Concat(Enumerable.Repeat("محمد ", 5_000));
        var (matched, contained) = (await WhereAsync(new { name = new { matches = text } }), await WhereAsync(new { name = new { contains = text } }));

        Assert.Equal((200, "BAD_ARGUMENTS"), (matched.Status, matched.Code));
        Assert.Equal((200, null), (contained.Status, contained.Code));
    }

    private Task<Answer> WhereAsync(object where)
        => server.PostAsync(JsonSerializer.Serialize(new
        {
            query = "query ($where: OfficialFilterInput) { officials(where: $where) { totalCount nodes { slug } } }",
            variables = new { where },
        }));
}
