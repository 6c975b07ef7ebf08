using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Storage.PostgreSql;
using GraphNews.Tests.Starting;

namespace GraphNews.Tests.PostgreSql;

/// <summary>Two servers on one database of a PostgreSQL server that keeps its promises, started together on an empty one.</summary>
internal sealed class ServerPair : IAsyncDisposable
{
    private const string Database = "graphnews";

    private readonly HttpClient _client = new();

    private readonly List<Task<ServerProcess>> _starting = [];

    private ServerPair(PostgreSqlCluster cluster) => Cluster = cluster;

    public PostgreSqlCluster Cluster { get; }

    /// <summary>The servers.</summary>
    public IReadOnlyList<ServerProcess> Servers => [.. _starting.Where(server => server.IsCompletedSuccessfully).Select(server => server.Result)];

    public string ConnectionString => Cluster.ConnectionString(Database);

    /// <summary>Starts the database and the servers, the sample in their graph and an editor's key at hand.</summary>
    /// <param name="settings">What both servers are told besides.</param>
    public static Task<ServerPair> StartAsync(params string[] settings) => StartAsync(2, settings);

    /// <summary>Starts the database and some servers.</summary>
    public static async Task<ServerPair> StartAsync(int servers, params string[] settings)
    {
        var pair = new ServerPair(await PostgreSqlCluster.StartAsync());
        try
        {
            for (var i = 0; i < servers; i++) _ = pair.StartServerAsync(settings);
            await Task.WhenAll(pair._starting);
            using var storage = new PostgreSqlGraphStorage(pair.ConnectionString);
            var key = await new ApiKeys(storage, TimeProvider.System).AddAsync("writer", CallerRole.Editor, null, default);
            pair._client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Shown);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more server.</summary>
    public Task<ServerProcess> StartServerAsync(params string[] settings)
    {
        var starting = ServerProcess.StartAsync(settings: ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Graph={ConnectionString}", .. settings]);
        _starting.Add(starting);
        return starting;
    }

    /// <summary>Asks a server.</summary>
    public async Task<ServerAnswer> AskAsync(ServerProcess server, string query, object? variables = null, long? minVersion = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address);
        request.Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json");
        if (minVersion is { } version) request.Headers.Add("GraphNews-Min-Version", $"{version}");
        using var response = await _client.SendAsync(request);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return new ServerAnswer((int)response.StatusCode, body.RootElement.Clone(), response.Headers.RetryAfter?.Delta);
    }

    /// <summary>Subscribes; what is told is read as it comes.</summary>
    public async Task<HttpResponseMessage> StreamAsync(ServerProcess server, string query, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address);
        request.Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await ((Task)Task.WhenAll(_starting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var server in Servers) await server.DisposeAsync();
        _client.Dispose();
        await Cluster.DisposeAsync();
    }
}

/// <summary>What a server answered.</summary>
internal sealed record ServerAnswer(int Status, JsonElement Json, TimeSpan? RetryAfter)
{
    /// <summary>The code of the first error; null if there is none.</summary>
    public string? Code => Json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    public JsonElement Data => Code is null ? Json.GetProperty("data") : throw new InvalidOperationException($"{Status} {Json}");

    /// <summary>The version that it shows.</summary>
    public long Version => Json.GetProperty("extensions").GetProperty("version").GetInt64();

    /// <summary>The version that the search index showed.</summary>
    public long SearchVersion => Json.GetProperty("extensions").GetProperty("searchVersion").GetInt64();
}

/// <summary>The tests that start several servers, one after another: each start keeps a processor busy for seconds.</summary>
[CollectionDefinition(Name)]
public sealed class ServerProcessTests
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Servers on PostgreSQL";
}
