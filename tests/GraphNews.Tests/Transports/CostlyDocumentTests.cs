using System.Net.Http.Json;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Transports;

/// <summary>What a document may hold and cost is counted before it is validated, and a refusal tells the limit and the count.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class CostlyDocumentTests(SampleServer server)
{
    [Theory]
    [InlineData("slug ", 400, "TOO_MANY_FIELDS", "401 fields; the limit is 400")]
    [InlineData("a: slug ", 101, "TOO_MANY_ALIASES", "101 aliases; the limit is 100")]
    [InlineData("... @include(if: true) { slug } ", 101, "TOO_MANY_DIRECTIVES", "101 directives; the limit is 100")]
    [InlineData("...F ", 45, "TOO_MANY_FIELDS", "the limit is 4000")]
    public async Task A_document_of_too_many_of_one_sort_is_refused(string unit, int times, string code, string told)
    {
        var fragment = $" fragment F on Official {{ {string.Concat(Enumerable.Repeat("slug ", 99))} }}";
        var answer = await server.AskAsync($"{{ official(slug: \"a\") {{ {string.Concat(Enumerable.Repeat(unit, times))} }} }}{(unit.StartsWith("...F", StringComparison.Ordinal) ? fragment : "")}");

        BadRequestTests.AssertRefused(answer, 400, code);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ officials(first: 100) { nodes { meetings(first: 100) { nodes { participations(first: 100) { nodes { role } } } } } } }", "{}")]
    [InlineData("query ($n: Int!) { officials(first: $n) { nodes { meetings(first: $n) { nodes { participations(first: $n) { nodes { role } } } } } } }", "{\"n\":100}")]
    public async Task Lists_inside_lists_are_refused_by_what_they_may_cost(string query, string variables)
    {
        var answer = await server.PostAsync($"{{\"query\":{JsonSerializer.Serialize(query)},\"variables\":{variables}}}");

        BadRequestTests.AssertRefused(answer, 400, "TOO_COSTLY");
        Assert.Matches("type cost.* may be [0-9]+; the limit is 30000|field cost.* may be [0-9]+; the limit is 20000", answer.Text);
    }

    [Fact]
    public async Task Variables_of_too_many_values_are_refused_before_an_engine_reads_them()
    {
        var answer = await server.PostAsync($"{{\"query\":\"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ id }} }}\",\"variables\":{{\"ids\":[{string.Join(',', Enumerable.Repeat("1", 19_999))}]}}}}");

        BadRequestTests.AssertRefused(answer, 400, "TOO_MANY_VALUES");
        Assert.Contains("20001 values", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }", "TOO_DEEP")]
    [InlineData("{ __type(name: \"Official\") { fields { type { fields { type { ...F } } } } } } fragment F on __Type { possibleTypes { name } }", "TOO_DEEP")]
    [InlineData("{ __type(name: \"Official\") { fields { type { fields { name } } } } }", null)]
    public async Task The_circle_of_types_and_fields_is_followed_once(string query, string? code)
        => Assert.Equal(code, (await server.AskAsync(query)).Code);

    [Fact]
    public async Task The_cost_is_reported_beside_the_answer_to_whoever_asks()
    {
        var answer = await AskAsync("report", "{ officials(first: 2) { nodes { slug } } }");

        Assert.Equal(200, answer.Status);
        Assert.Equal(2, answer.Json.GetProperty("data").GetProperty("officials").GetProperty("nodes").GetArrayLength());
        Assert.Equal("{\"fieldCost\":11,\"typeCost\":4}", answer.Json.GetProperty("extensions").GetProperty("operationCost").GetRawText());
    }

    [Fact]
    public async Task The_cost_alone_is_told_of_an_operation_that_is_too_costly_to_run()
    {
        var answer = await AskAsync("validate", "{ officials(first: 100) { nodes { meetings(first: 100) { nodes { participations(first: 100) { nodes { role } } } } } } }");

        Assert.Equal((200, null), (answer.Status, answer.Code));
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.Equal(1_020_202, answer.Json.GetProperty("extensions").GetProperty("operationCost").GetProperty("typeCost").GetInt32());
    }

    [Fact]
    public async Task A_wrong_name_is_answered_without_the_names_that_are_like_it()
        => Assert.DoesNotContain("Did you mean", (await server.AskAsync("{ official(slug: \"a\") { slgu } }")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_refusal_repeats_neither_a_thousand_mistakes_nor_a_huge_one()
    {
        var mistakes = await server.AskAsync("query (" + string.Join(' ', Enumerable.Range(0, 150).Select(i => $"$nobody{i}: Int")) + ") { __typename }");
        var huge = await server.AskAsync("{ " + new string('x', 90_000) + " }");

        Assert.Equal(100, mistakes.Json.GetProperty("errors").GetArrayLength());
        Assert.InRange(huge.Text.Length, 100, 3_000);
    }

    [Fact]
    public async Task Introspection_can_be_kept_for_those_who_are_logged_in()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        await using var closed = await ServerProcess.StartAsync(graph, settings: ["--Limits:Introspection=Keys", "--Limits:FieldSuggestions=true"]);
        var key = (await new Graph.Keys.ApiKeys(graph.Storage, TimeProvider.System).AddAsync("reader", CallerRole.Reader, null, default)).Shown;
        using var client = new HttpClient();

        BadRequestTests.AssertRefused(await AskAsync("{ __schema { queryType { name } } }", null), 403, "INTROSPECTION_REFUSED");
        BadRequestTests.AssertRefused(await AskAsync("{ graph { version } } query B { ...F } fragment F on Query { __type(name: \"A\") { name } }", null), 403, "INTROSPECTION_REFUSED");
        Assert.Equal(200, (await AskAsync("{ __typename graph { __typename } }", null)).Status);
        Assert.Equal(200, (await AskAsync("{ __schema { queryType { name } } }", key)).Status);
        Assert.Contains("Did you mean", (await AskAsync("{ official(slug: \"a\") { slgu } }", null)).Text, StringComparison.Ordinal);
        using var sdl = await client.GetAsync(new Uri($"{closed.Address}?sdl"));
        Assert.Equal(403, (int)sdl.StatusCode);

        async Task<Answer> AskAsync(string query, string? bearer)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, closed.Address) { Content = JsonContent.Create(new { query }) };
            request.Headers.Add("Accept", "application/graphql-response+json");
            if (bearer is not null) request.Headers.Add("Authorization", $"Bearer {bearer}");
            using var response = await client.SendAsync(request);
            return await Answer.ReadAsync(response);
        }
    }

    private async Task<Answer> AskAsync(string costHeader, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("GraphQL-Cost", costHeader);
        using var response = await server.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}
