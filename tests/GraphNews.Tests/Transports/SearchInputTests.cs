using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Transports;

/// <summary>Whatever is searched for, the answer is a plain result or a code, and the server lives on.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class SearchInputTests(SampleServer server) : IAsyncLifetime
{
    private static readonly HttpClient Client = new();

    public Task InitializeAsync() => AskWhenReadyAsync(server.Address);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_answer_that_searched_says_at_which_version()
    {
        var answer = await server.AskAsync("{ search(text: \"Hammouchi\") { totalCount } }");

        var extensions = answer.Json.GetProperty("extensions");
        Assert.Equal((200, null), (answer.Status, answer.Code));
        Assert.Equal(extensions.GetProperty("version").GetInt64(), extensions.GetProperty("searchVersion").GetInt64());
    }

    [Theory]
    [InlineData("a", 1_000_000, "BODY_TOO_LARGE")]
    [InlineData("a", 150_000, "SEARCH_TEXT_TOO_LONG")]
    [InlineData("حموشي ", 1_001, "SEARCH_TEXT_TOO_LONG")]
    [InlineData("a b c d e f ", 300, "SEARCH_TEXT_TOO_LONG", true)]
    [InlineData("abcdefghij", 1_000, null)]
    [InlineData("e\u0301", 1_000, null)]
    public async Task A_text_that_is_too_long_is_told_so(string unit, int length, string? code, bool distinct = false)
    {
        var text = distinct
            ? string.Join(' ', Enumerable.Range(0, 51))
            : string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];

        var answer = await SearchAsync(text);

        Assert.Equal((code == "BODY_TOO_LARGE" ? 413 : 200, code), (answer.Status, answer.Code));
        Assert.Equal(200, (await server.AskAsync("{ __typename }")).Status);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(.*.*.*.*)*x")]
    [InlineData("/[a-z]{1,1000000}/")]
    [InlineData("*")]
    [InlineData("????????")]
    [InlineData("Hammouchi AND NOT (OR")]
    [InlineData("title:[* TO *]")]
    [InlineData("{!func}score \\ \" ' ; DROP TABLE Names --")]
    [InlineData("_query_:\"x\"~100000000")]
    [InlineData("\u0000\u0001\uFFFF")]
    [InlineData("\u202E\u200F\u2066ham")]
    [InlineData("\U0001F600 \U0001D5D4")]
    public async Task Operators_patterns_and_odd_characters_are_text(string text)
    {
        var answer = await SearchAsync(text);

        Assert.Equal((200, null), (answer.Status, answer.Code));
        Assert.True(answer.Json.GetProperty("data").GetProperty("search").GetProperty("totalCount").GetInt32() >= 0);
    }

    [Theory]
    [InlineData("\\ud83d Hammouchi")]
    [InlineData("Hammouchi \\ude00")]
    public async Task Half_a_surrogate_pair_is_refused_or_counts_as_no_letter(string text)
    {
        // In the variables it is no JSON text, in the document it is written out.
        Assert.Equal("BAD_REQUEST", (await server.PostAsync(
            $"{{\"query\":\"query ($text: String!) {{ search(text: $text) {{ totalCount }} }}\",\"variables\":{{\"text\":\"{text}\"}}}}")).Code);

        var answer = await server.AskAsync($"{{ search(text: \"{text}\", kinds: [OFFICIAL]) {{ totalCount }} }}");
        if (answer.Code is null) Assert.Equal(1, answer.Json.GetProperty("data").GetProperty("search").GetProperty("totalCount").GetInt32());
        else BadRequestTests.AssertRefused(answer, 400, "SYNTAX_ERROR");
    }

    [Theory]
    [InlineData("first: -1", "BAD_ARGUMENTS")]
    [InlineData("first: 101", "BAD_ARGUMENTS")]
    [InlineData("kinds: [OFFICIAL, TENURE]", "BAD_ARGUMENTS")]
    [InlineData("after: \"x\"", "INVALID_CURSOR")]
    [InlineData("after: \"\"", "INVALID_CURSOR")]
    [InlineData("kinds: [NOBODY]", "VALIDATION_FAILED")]
    [InlineData("last: 1", "VALIDATION_FAILED")]
    public async Task Arguments_that_cannot_be_answered_get_their_code(string arguments, string code)
        => Assert.Equal(code, (await server.AskAsync($"{{ search(text: \"Hammouchi\", {arguments}) {{ totalCount }} }}")).Code);

    [Fact]
    public async Task A_server_keeps_its_index_in_the_folder_and_ends_in_the_ordinary_way()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        using var folder = new TemporaryFolder();
        var setting = $"--Search:Folder={folder.File("index")}";
        for (var start = 0; start < 2; start++)
        {
            await using var own = await ServerProcess.StartAsync(graph, settings: setting);
            Assert.True((await AskWhenReadyAsync(own.Address)).Json.GetProperty("data").GetProperty("search").GetProperty("totalCount").GetInt32() > 0);
            if (start == 0)
            {
                var second = await ServerProcess.RunAsync([setting], database: graph.Path);
                Assert.Equal(2, second.Code);
                Assert.Contains("Search:Folder", second.Error, StringComparison.Ordinal);
            }

            var exit = await own.StopAsync();
            Assert.Equal((0, ""), (exit.Code, exit.Error));
            Assert.Equal(start == 0, exit.Output.Contains("The search index was built", StringComparison.Ordinal));
        }
    }

    /// <summary>The answer for Hammouchi, as soon as the index is built: a busy machine is slow.</summary>
    private static async Task<Answer> AskWhenReadyAsync(Uri address)
    {
        while (true)
        {
            using var body = new StringContent("{\"query\":\"{ search(text: \\\"حموشي\\\") { totalCount } }\"}", new MediaTypeHeaderValue("application/json"));
            using var response = await Client.PostAsync(address, body);
            var answer = await Answer.ReadAsync(response);
            if (answer.Code is not ("SEARCH_NOT_READY" or "TIMEOUT")) return answer;
        }
    }

    private Task<Answer> SearchAsync(string text)
        => server.PostAsync(JsonSerializer.Serialize(new
        {
            query = "query ($text: String!) { search(text: $text) { totalCount nodes { rule matchedName highlights { snippet } } } }",
            variables = new { text },
        }));
}
