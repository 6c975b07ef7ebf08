using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Transports;

/// <summary>Several operations in one request, where that is on.</summary>
public sealed class BatchTests
{
    [Fact]
    public async Task A_batch_is_refused_unless_batching_is_on_and_then_answered_up_to_the_limit()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: ["--Sample:Load=false", "--Batching:Enabled=true", "--Batching:MaxOperations=4"]);
        await using var plain = await ServerProcess.StartAsync(graph, settings: "--Sample:Load=false");
        const string one = "{\"query\":\"{ __typename }\"}";

        var refused = await PostAsync(plain, $"[{one}]");
        BadRequestTests.AssertRefused(refused, 400, "BATCH_REFUSED");
        Assert.Contains("batching is off", refused.Text, StringComparison.Ordinal);

        var answer = await PostAsync(server, $"[{one},{{\"query\":\"{{\"}},{{\"query\":\"{{ graph {{ version }} }}\"}},{{}}]");
        Assert.Equal(200, answer.Status);
        var answers = answer.Json.EnumerateArray().ToList();
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", answers[0].GetRawText());
        Assert.Equal("SYNTAX_ERROR", CodeOf(answers[1]));
        Assert.True(answers[2].GetProperty("data").GetProperty("graph").GetProperty("version").GetInt64() > 0);
        Assert.Equal("BAD_REQUEST", CodeOf(answers[3]));

        var tooLong = await PostAsync(server, $"[{string.Join(',', Enumerable.Repeat(one, 5))}]");
        BadRequestTests.AssertRefused(tooLong, 400, "BATCH_REFUSED");
        Assert.Contains("5", tooLong.Text, StringComparison.Ordinal);
        Assert.Contains("4", tooLong.Text, StringComparison.Ordinal);

        // Each operation of its own has what it may have: 12,000 values and the two that hold them.
        var large = $"{{\"query\":\"query ($s: String) {{ official(slug: $s) {{ slug }} }}\",\"variables\":{{\"other\":[{string.Join(',', Enumerable.Repeat("1", 12_000))}]}}}}";
        Assert.Equal(200, (await PostAsync(server, $"[{large},{large}]")).Status);
        var two = large.Replace("}}", $"}},\"extensions\":{{\"other\":[{string.Join(',', Enumerable.Repeat("{}", 8_000))}]}}}}", StringComparison.Ordinal);
        var tooMuch = await PostAsync(server, $"[{large},{two}]");
        BadRequestTests.AssertRefused(tooMuch, 400, "TOO_MANY_VALUES");
        Assert.Contains("hold 20004 values", tooMuch.Text, StringComparison.Ordinal);

        BadRequestTests.AssertRefused(await PostAsync(server, "[]"), 400, "BAD_REQUEST");
        BadRequestTests.AssertRefused(await PostAsync(server, "[7]"), 400, "BAD_REQUEST");
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<Answer> PostAsync(ServerProcess server, string json)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/graphql-response+json");
        using var body = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        using var response = await client.PostAsync(server.Address, body);
        return await Answer.ReadAsync(response);
    }
}
