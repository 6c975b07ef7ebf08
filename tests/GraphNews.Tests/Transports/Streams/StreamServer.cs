using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Transports.Streams;

/// <summary>A running server with the sample, for clients that stay.</summary>
public class StreamServer : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new();
    private readonly string[] _settings;
    private ServerProcess _server = null!;

    public StreamServer()
        : this(["--Streams:MaxOperations=3", "--Streams:MessageBytes=20000"])
    {
    }

    protected StreamServer(string[] settings) => _settings = [.. settings, "--Changes:PollInterval=00:00:00.050"];

    internal TestGraph Graph { get; private set; } = null!;

    internal ApiKeys Keys { get; private set; } = null!;

    internal Uri Address => _server.Address;

    public async Task InitializeAsync()
    {
        Graph = await TestGraph.CreateWithSampleAsync();
        Keys = new ApiKeys(Graph.Storage, TimeProvider.System);
        _server = await ServerProcess.StartAsync(Graph, settings: _settings);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await Graph.DisposeAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new key.</summary>
    internal Task<(ApiKey Key, string Shown)> KeyAsync(CallerRole role) => Keys.AddAsync($"key-{Guid.NewGuid():N}", role, null, default);

    /// <summary>Asks for a stream; what comes back is read as it comes.</summary>
    internal async Task<HttpResponseMessage> StreamAsync(string query, string? authorization = null, string accept = "text/event-stream", bool byGet = false)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query }), new MediaTypeHeaderValue("application/json"));
        using var request = byGet
            ? new HttpRequestMessage(HttpMethod.Get, new Uri($"{Address}?query={Uri.EscapeDataString(query)}"))
            : new HttpRequestMessage(HttpMethod.Post, Address) { Content = body };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Asks the server to stop, and waits until it has.</summary>
    internal Task<ServerExit> StopAsync() => _server.StopAsync();

    /// <summary>Writes as another process does; gives the version.</summary>
    internal Task<long> WriteAsync(string slug) => Graph.WriteAsync(edit => { edit.Add(new Official { Slug = slug }); });
}

/// <summary>A server that waits for nobody long.</summary>
public sealed class HastyServer() : StreamServer(
[
    "--Streams:InitTimeout=00:00:02", "--Streams:KeepAlive=00:00:03", "--Streams:IdleTimeout=00:00:04", "--Streams:SendTimeout=00:00:02",
    "--Streams:MaxConnectionsPerAddress=8",
]);
