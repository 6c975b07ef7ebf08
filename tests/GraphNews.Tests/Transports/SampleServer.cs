using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Transports;

/// <summary>One running server with the sample, shared by the tests that only ask.</summary>
public sealed class SampleServer : IAsyncLifetime, IDisposable
{
    /// <summary>Not the default ones, so that a test sees that settings are heeded.</summary>
    private static readonly string[] Settings = ["--Limits:BodyBytes=200000", "--Limits:DocumentCharacters=100000", "--Limits:Tokens=2000", "--Limits:Depth=30"];

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private TestGraph? _graph;
    private ServerProcess? _server;

    /// <summary>Makes a key and gives it as its bearer sends it.</summary>
    internal async Task<string> AddKeyAsync(string name, CallerRole role)
        => (await new ApiKeys(_graph!.Storage, TimeProvider.System).AddAsync(name, role, null, default)).Shown;

    public Uri Address => _server!.Address;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateWithSampleAsync();
        _server = await ServerProcess.StartAsync(_graph, settings: Settings);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_graph is not null) await _graph.DisposeAsync();
    }

    public void Dispose() => _client.Dispose();

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>Posts a body as it is.</summary>
    public async Task<Answer> PostAsync(
        HttpContent body, string? accept = "application/graphql-response+json", string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = body };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (acceptLanguage is not null) request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        using var response = await _client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> PostAsync(string json, string? accept = "application/graphql-response+json")
    {
        using var body = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        return await PostAsync(body, accept);
    }

    public async Task<Answer> AskAsync(string query, string? accept = "application/graphql-response+json", string? acceptLanguage = null)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query }), new MediaTypeHeaderValue("application/json"));
        return await PostAsync(body, accept, acceptLanguage);
    }
}

/// <summary>An answer of the server.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The header.</param>
/// <param name="Text">The body.</param>
public sealed record Answer(int Status, string? ContentType, string Text)
{
    /// <summary>The body, which has to be JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The code of the first error; null if there is none.</summary>
    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
        => new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
}

[CollectionDefinition(Name)]
public sealed class SharedSampleServer : ICollectionFixture<SampleServer>
{
    public const string Name = "The sample server";
}
