using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;

namespace GraphNews.Tests.Browsers;

/// <summary>Pages of the origins that are listed may ask, and no others.</summary>
public sealed class CrossOriginTests(FrontEndServer server) : IClassFixture<FrontEndServer>
{
    [Theory]
    [InlineData("https://news.example.org")]
    [InlineData("http://localhost:3000")]
    public async Task A_browser_that_asks_first_is_told_that_a_listed_page_may_send_its_key(string origin)
    {
        using var answer = await PreflightAsync(origin);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(origin, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Contains("POST", Header(answer, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("authorization,content-type", Header(answer, "Access-Control-Allow-Headers"));
        Assert.Equal("600", Header(answer, "Access-Control-Max-Age"));
        Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("https://other.example.org")]
    [InlineData("http://news.example.org")]
    [InlineData("https://news.example.org:8443")]
    [InlineData("https://news.example.org.evil.example")]
    [InlineData("null")]
    public async Task Another_page_is_told_nothing(string origin)
    {
        using var answer = await PreflightAsync(origin);
        using var asked = await AskAsync(origin);

        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
        Assert.Null(Header(asked, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_listed_page_reads_the_answer_and_the_headers_that_say_how_it_stands()
    {
        using var answer = await AskAsync("https://news.example.org");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("https://news.example.org", Header(answer, "Access-Control-Allow-Origin"));
        Assert.Contains("ETag", Header(answer, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Contains("Origin", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("https://news.example.org", true)]
    [InlineData(null, true)]
    [InlineData("own", true)]
    [InlineData("https://other.example.org", false)]
    [InlineData("null", false)]
    public async Task Only_a_page_that_may_ask_opens_a_socket(string? origin, bool opens)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin == "own" ? server.Address.GetLeftPart(UriPartial.Authority) : origin);
        var address = new UriBuilder(server.Address) { Scheme = "ws" }.Uri;

        if (opens) await socket.ConnectAsync(address, CancellationToken.None);
        else await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));

        Assert.Equal(opens ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_server_whose_IDE_is_off_answers_a_browser_as_any_client()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var page = await server.SendAsync(request);
        using var root = await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/")));

        Assert.Equal((HttpStatusCode.BadRequest, "application/json"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, root.StatusCode);
        Assert.Contains("the IDE is off", server.Output, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, server.Address);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await server.SendAsync(request);
    }

    private async Task<HttpResponseMessage> AskAsync(string origin)
    {
        using var body = new StringContent("{\"query\":\"{ __typename }\"}", new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = body };
        request.Headers.Add("Origin", origin);
        return await server.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage answer, string name)
        => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
