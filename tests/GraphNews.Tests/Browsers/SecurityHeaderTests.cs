using System.Net;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.Browsers;

/// <summary>Browsers are told with every answer how little it may do.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class SecurityHeaderTests(SampleServer server)
{
    [Theory]
    [InlineData("GET", "?query=%7B__typename%7D", "application/json", HttpStatusCode.OK)]
    [InlineData("GET", "?sdl", "*/*", HttpStatusCode.OK)]
    [InlineData("PUT", "", "application/json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "?query=%7B", "application/graphql-response+json", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/nothing", "*/*", HttpStatusCode.NotFound)]
    [InlineData("GET", "/../health/ready", "*/*", HttpStatusCode.OK)]
    public async Task What_is_no_page_runs_nothing_is_not_framed_and_is_taken_for_what_it_is(string method, string rest, string accept, HttpStatusCode status)
    {
        using var answer = await SendAsync(method, rest, accept);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Header(answer, "Content-Security-Policy"));
        AssertCommon(answer);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/service-worker.js", "*/*")]
    public async Task The_IDE_may_load_and_ask_of_this_server_alone(string rest, string accept)
    {
        using var answer = await SendAsync("GET", rest, accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' 'unsafe-eval';", policy, StringComparison.Ordinal);
        AssertCommon(answer);
    }

    [Fact]
    public async Task A_page_of_another_origin_may_not_ask_where_none_is_listed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?query=%7B__typename%7D"));
        request.Headers.Add("Origin", "https://news.example.org");
        using var answer = await server.SendAsync(request);

        Assert.Equal("", Header(answer, "Access-Control-Allow-Origin"));
    }

    private static void AssertCommon(HttpResponseMessage answer)
    {
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("", Header(answer, "Server"));
    }

    private static string Header(HttpResponseMessage answer, string name)
        => answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : "";

    private async Task<HttpResponseMessage> SendAsync(string method, string rest, string accept)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{server.Address}{rest}"));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.SendAsync(request);
    }
}
