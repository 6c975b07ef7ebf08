using System.Net.Http.Headers;

namespace GraphNews.Tests.Transports;

/// <summary>Queries come by GET as well, with their parameters in the address.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class GetTests(SampleServer server)
{
    [Fact]
    public async Task A_query_is_answered_by_GET_with_its_name_and_variables()
    {
        var answer = await GetAsync(
            ("query", "query One($slug: String!) { official(slug: $slug) { slug } } query Other { __typename }"),
            ("operationName", "One"),
            ("variables", "{\"slug\":\"abdellatif-hammouchi\"}"),
            ("extensions", "{\"some\":\"value\"}"));

        Assert.Equal((200, "application/graphql-response+json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal("abdellatif-hammouchi", answer.Json.GetProperty("data").GetProperty("official").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Parameters_that_are_empty_or_null_are_none()
        => Assert.Equal(200, (await GetAsync(("query", "{ __typename }"), ("operationName", ""), ("variables", ""), ("extensions", "null"))).Status);

    [Fact]
    public async Task Arabic_in_an_address_is_read()
    {
        var answer = await GetAsync(("query", "query($text: String!) { search(text: $text) { nodes { __typename } } }"), ("variables", "{\"text\":\"حموشي\"}"));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("mutation { __typename }")]
    [InlineData("query A { __typename } mutation B { __typename }")]
    public async Task A_mutation_by_GET_has_status_405_in_both_formats(string document)
    {
        foreach (var accept in new[] { "application/graphql-response+json", "application/json" })
        {
            using var request = Request(accept, ("query", document), ("operationName", document.StartsWith('q') ? "B" : ""));
            using var response = await server.SendAsync(request);

            BadRequestTests.AssertRefused(await Answer.ReadAsync(response), 405, "METHOD_NOT_ALLOWED");
            Assert.Equal(["POST"], response.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task A_query_beside_a_mutation_is_answered_by_GET()
        => Assert.Equal(200, (await GetAsync(("query", "query A { __typename } mutation B { __typename }"), ("operationName", "A"))).Status);

    [Theory]
    [InlineData("nothing", "a")]
    [InlineData("query", "")]
    [InlineData("variables", "[]")]
    [InlineData("variables", "{")]
    [InlineData("variables", "{\"a\":1,\"a\":2}")]
    [InlineData("variables", "{\"a\":\"\\ud83d\"}")]
    [InlineData("variables", "7")]
    [InlineData("extensions", "\"text\"")]
    public async Task Parameters_that_cannot_be_read_have_status_400(string name, string value)
        => BadRequestTests.AssertRefused(
            await GetAsync([(name, value), .. name is "variables" or "extensions" ? new[] { ("query", "{ __typename }") } : []]), 400, "BAD_REQUEST");

    [Fact]
    public async Task A_parameter_that_is_there_twice_says_nothing_certain()
        => BadRequestTests.AssertRefused(await GetAsync(("query", "{ __typename }"), ("query", "{ graph { version } }")), 400, "BAD_REQUEST");

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_a_body()
    {
        using var request = Request("application/json", ("query", "{ __typename }"));
        request.Method = HttpMethod.Head;
        using var response = await server.SendAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<Answer> GetAsync(params (string Name, string Value)[] parameters)
    {
        using var request = Request("application/graphql-response+json", parameters);
        using var response = await server.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    private HttpRequestMessage Request(string accept, params (string Name, string Value)[] parameters)
    {
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?{query}"));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return request;
    }
}
