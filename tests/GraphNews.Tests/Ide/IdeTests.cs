using System.Net;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.Ide;

/// <summary>A browser is given the IDE, and a newcomer runs the sample operation in it.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class IdeTests(SampleServer server)
{
    private const string BrowserAccepts = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [BrowserFact]
    public async Task The_sample_operation_runs_in_the_IDE_and_nothing_is_asked_of_the_internet()
    {
        var screenshot = Path.Combine(IdeScripts.Folder, "TestResults", "ide.png");

        var told = JsonElement.Parse(await IdeScripts.RunAsync("run-sample.mjs", server.Address.ToString(), BrowserFactAttribute.Browser!, screenshot));

        Assert.Equal("[]", told.GetProperty("outside").GetRawText());
        Assert.Equal("[]", told.GetProperty("refused").GetRawText());
        Assert.Equal("[]", told.GetProperty("violations").GetRawText());
        Assert.False(told.GetProperty("answer").TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(3, told.GetProperty("answer").GetProperty("data").GetProperty("official").GetProperty("meetings").GetProperty("totalCount").GetInt32());
        Assert.Contains("Hammouchi", told.GetProperty("shown").GetString(), StringComparison.Ordinal);
        Assert.True(File.Exists(screenshot));
    }

    [BrowserFact]
    public async Task A_key_that_is_entered_in_the_connection_settings_goes_with_a_request_and_is_accepted()
    {
        var key = await server.AddKeyAsync("ide", CallerRole.Reader);

        var told = JsonElement.Parse(await IdeScripts.RunAsync("run-with-key.mjs", server.Address.ToString(), BrowserFactAttribute.Browser!, key));

        Assert.Equal($"Bearer {key}", told.GetProperty("sent").GetString());
        Assert.Equal(200, told.GetProperty("status").GetInt32());
        Assert.False(told.GetProperty("answer").TryGetProperty("errors", out var errors), errors.ToString());
    }

    [Fact]
    public async Task A_browser_is_led_to_the_IDE_whose_settings_hold_the_sample_operation()
    {
        using var led = await GetAsync(server.Address, BrowserAccepts);
        Assert.Equal((HttpStatusCode.Redirect, "/graphql/"), (led.StatusCode, led.Headers.Location?.ToString()));

        using var page = await GetAsync(new Uri($"{server.Address}/"), BrowserAccepts);
        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.StatusCode, page.Content.Headers.ContentType?.ToString()));
        Assert.Contains("Accept", page.Headers.Vary);

        using var settings = await GetAsync(new Uri($"{server.Address}/bcp-config.json"), "*/*");
        var read = JsonElement.Parse(await settings.Content.ReadAsStringAsync());
        Assert.True(read.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.True(read.GetProperty("disableTelemetry").GetBoolean());
        Assert.Contains("query HammouchiMeetings", read.GetProperty("graphQLDocument").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_licence_of_the_IDE_is_shipped_beside_it()
    {
        var licence = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ide", "LICENSE"));
        Assert.Contains("ChilliCream License 1.0", licence, StringComparison.Ordinal);

        using var served = await GetAsync(new Uri($"{server.Address}/LICENSE"), "*/*");
        Assert.Equal(licence, await served.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_the_IDE_a_browser_is_told_what_to_install()
    {
        using var program = ProgramCopy.Create(without: "ide");
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var bare = await ServerProcess.StartAsync(graph, program: program.Path, settings: "--Sample:Load=false");

        using var page = await GetAsync(bare.Address, BrowserAccepts);

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.StatusCode, page.Content.Headers.ContentType?.ToString()));
        Assert.Contains("Node.js 20", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(Uri address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.SendAsync(request);
    }
}
