using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Browsers;

/// <summary>A running server that two front ends of other origins ask, and that shows no IDE.</summary>
public sealed class FrontEndServer : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private TestGraph _graph = null!;
    private ServerProcess _server = null!;

    public Uri Address => _server.Address;

    public string Output => _server.Output;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateWithCountriesAsync();
        _server = await ServerProcess.StartAsync(
            _graph, settings: ["--Sample:Load=false", "--Cors:Origins=https://news.example.org, http://localhost:3000", "--Ide:Enabled=false"]);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _graph.DisposeAsync();
    }

    public void Dispose() => _client.Dispose();

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);
}
