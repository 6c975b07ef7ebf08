using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.Auth;

/// <summary>
/// A running server that accepts an issuer's tokens, logs all that it can, and whose schema gives <c>graph</c> to
/// editors.
/// </summary>
public class GuardedServer : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly string[] _settings;
    private TestGraph _graph = null!;
    private TemporaryFolder _program = null!;
    private ServerProcess _server = null!;

    public GuardedServer()
        : this([])
    {
    }

    protected GuardedServer(string[] settings) => _settings = settings;

    internal Issuer Issuer { get; private set; } = null!;

    internal ApiKeys Keys { get; private set; } = null!;

    internal Uri Address => _server.Address;

    internal TestGraph Graph => _graph;

    /// <summary>All that the server has written to its console so far.</summary>
    internal string Log => _server.Output + _server.Error;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateWithSampleAsync();
        Keys = new ApiKeys(_graph.Storage, TimeProvider.System);
        Issuer = await Issuer.StartAsync();
        _program = ProgramCopy.Create(without: "ide");
        await ChangeAsync("graph.graphql", "  graph: GraphInfo!", "  graph: GraphInfo @authorize(roles: [\"editor\"])");
        _server = await ServerProcess.StartAsync(
            _graph,
            _program.Path,
            [
                $"--Authentication:Authority={Issuer.Address}", $"--Authentication:Audience={Issuer.Audience}",
                "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:System=Trace", .. _settings,
            ]);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await Issuer.DisposeAsync();
        await _graph.DisposeAsync();
        _program.Dispose();
    }

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new key.</summary>
    internal async Task<(ApiKey Key, string Shown)> KeyAsync(CallerRole role, DateTime? expires = null)
        => await Keys.AddAsync($"key-{Guid.NewGuid():N}", role, expires, default);

    /// <summary>Asks with a header <c>Authorization</c>; null for none.</summary>
    internal async Task<Refusable> AskAsync(string? authorization, string query = "{ graph { version } }")
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query }), new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = body };
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        return await SendAsync(request, authorization);
    }

    internal async Task<Refusable> SendAsync(HttpRequestMessage request, string? authorization)
    {
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Refusable((int)response.StatusCode, string.Join(", ", response.Headers.WwwAuthenticate), text);
    }

    internal Task<ServerExit> StopAsync() => _server.StopAsync();

    private async Task ChangeAsync(string file, string from, string to)
    {
        var path = Path.Combine(_program.Path, "schema", file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}

/// <summary>A server whose reading is closed.</summary>
public sealed class ClosedServer() : GuardedServer(["--Authentication:RequireForReading=true"]);

/// <summary>An answer that may be a refusal.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Challenge">The header <c>WWW-Authenticate</c>; empty if there is none.</param>
/// <param name="Text">The body.</param>
internal sealed record Refusable(int Status, string Challenge, string Text)
{
    /// <summary>The code of the first error; null if there is none.</summary>
    public string? Code => new Answer(Status, null, Text).Code;

    /// <summary>The message of the first error.</summary>
    public string Message => JsonElement.Parse(Text).GetProperty("errors")[0].GetProperty("message").GetString()!;
}
