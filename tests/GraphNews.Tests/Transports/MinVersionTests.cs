using System.Net.Http.Headers;

namespace GraphNews.Tests.Transports;

/// <summary>A client that has seen or written a version can ask for it at least, whichever server answers.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class MinVersionTests(SampleServer server)
{
    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    public async Task A_version_that_is_there_is_answered(string version)
        => Assert.Equal((200, "{\"data\":{\"graph\":{\"version\":2}},\"extensions\":{\"version\":2}}", null), await AskAsync(version));

    [Fact]
    public async Task A_version_that_does_not_come_is_told_with_when_to_ask_again()
    {
        var (status, text, retryAfter) = await AskAsync("3");

        Assert.Equal((503, TimeSpan.FromSeconds(1)), (status, retryAfter));
        Assert.Contains("\"code\":\"VERSION_NOT_YET\"", text, StringComparison.Ordinal);
        Assert.Contains("stands at version 2 here, and GraphNews-Min-Version asks for 3", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("newest")]
    [InlineData("9223372036854775808")]
    public async Task What_is_no_version_is_refused(string version)
    {
        var (status, text, _) = await AskAsync(version);

        Assert.Equal(400, status);
        Assert.Contains("\"code\":\"BAD_REQUEST\"", text, StringComparison.Ordinal);
        Assert.Contains("a whole number such as 42", text, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Text, TimeSpan? RetryAfter)> AskAsync(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address);
        request.Content = new StringContent("{\"query\":\"{ graph { version } }\"}", new MediaTypeHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("GraphNews-Min-Version", version);
        using var response = await server.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta);
    }
}
