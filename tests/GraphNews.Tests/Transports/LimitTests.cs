using System.Net.Http.Headers;
using System.Text;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Transports;

/// <summary>A request that costs too much is refused before anything is parsed, and the server lives on.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class LimitTests(SampleServer server)
{
    [Theory]
    [InlineData("{a")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    public async Task A_document_of_40_KB_of_brackets_is_too_deep_and_the_server_lives(string unit)
    {
        var document = string.Concat(Enumerable.Repeat(unit, 40_000 / unit.Length));

        var answer = await server.AskAsync(document);

        BadRequestTests.AssertRefused(answer, 400, "TOO_DEEP");
        Assert.Contains("the limit is 30", answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await server.AskAsync("{ __typename }")).Status);
    }

    [Fact]
    public async Task The_deepest_document_that_is_allowed_is_read()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("{a", levels)) + new string('}', levels);

        Assert.Equal("VALIDATION_FAILED", (await server.AskAsync(Nested(30))).Code);
        Assert.Equal("TOO_DEEP", (await server.AskAsync(Nested(31))).Code);
    }

    [Fact]
    public async Task Brackets_in_strings_and_comments_do_not_nest()
    {
        var brackets = new string('{', 100);

        var answer = await server.AskAsync($"{{ a: __type(name: \"{brackets}\") {{ name }} b: __type(name: \"\"\"{brackets}\"\"\") {{ name }} }} # {brackets}");

        Assert.Equal((200, null), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("#\n")]
    [InlineData("@skip(if:true)")]
    [InlineData("a:__typename ")]
    public async Task A_document_of_too_many_tokens_is_refused(string unit)
    {
        var answer = await server.AskAsync("{ " + string.Concat(Enumerable.Repeat(unit, 2_000)) + "}");

        BadRequestTests.AssertRefused(answer, 400, "TOO_MANY_TOKENS");
        Assert.Matches("has [0-9]{4,} tokens; the limit is 2000", answer.Text);
    }

    [Fact]
    public async Task A_document_of_too_many_characters_is_refused_though_it_has_few_tokens()
        => BadRequestTests.AssertRefused(await server.AskAsync("{ __typename }" + new string(' ', 100_000)), 400, "TOO_MANY_TOKENS");

    [Fact]
    public async Task Legacy_clients_are_told_of_a_limit_with_status_200()
        => BadRequestTests.AssertRefused(await server.AskAsync(new string('{', 100), "application/json"), 200, "TOO_DEEP");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_or_not_it_says_its_length(bool saysLength)
    {
        var bytes = Encoding.UTF8.GetBytes($"{{\"query\":\"{{ __typename }}\",\"variables\":{{\"a\":\"{new string('a', 200_000)}\"}}}}");
        using HttpContent body = saysLength ? new ByteArrayContent(bytes) : new StreamContent(new OfUnknownLength(bytes));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var answer = await server.PostAsync(body);

        BadRequestTests.AssertRefused(answer, 413, "BODY_TOO_LARGE");
        Assert.Contains("the limit is 200000", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_runs_too_long_is_cancelled()
    {
        // A hundred statements are to be run.
        await using var graph = await TestGraph.CreateWithSampleAsync();
        await using var hurried = await ServerProcess.StartAsync(graph, settings: "--Limits:ExecutionTime=00:00:00.010");
        using var client = new HttpClient();
        var meetings = Enumerable.Range(1, 20).Select(i => $"m{i}: meetings(first: {i}) {{ nodes {{ title participations {{ nodes {{ official {{ name }} agency {{ name }} }} }} }} }}");
        using var body = new StringContent($"{{\"query\":\"{{ {string.Join(' ', meetings)} }}\"}}", new MediaTypeHeaderValue("application/json"));

        using var response = await client.PostAsync(hurried.Address, body);

        BadRequestTests.AssertRefused(await Answer.ReadAsync(response), 504, "TIMEOUT");
    }

    private sealed class OfUnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
