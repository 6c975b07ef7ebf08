using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Engine;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Server.Auth;
using GraphNews.Server.Limits;
using GraphNews.Server.LinkedData;
using GraphNews.Server.SavedOperations;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;
using GraphNews.Server.Telemetry;
using GraphNews.Server.Transports;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Walk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphNews.Tests.Caching;

/// <summary>The server's own parts in the test's process, over real HTTP, on a graph whose statements are counted where SQLite runs them.</summary>
internal sealed class HostedGraph : IAsyncDisposable
{
    private readonly TestGraph _graph;
    private readonly TracedStorage _storage;
    private readonly WebApplication _app;

    private HostedGraph(TestGraph graph, TracedStorage storage, WebApplication app) => (_graph, _storage, _app) = (graph, storage, app);

    public HttpClient Client { get; } = new();

    public Uri Address => new($"{_app.Urls.First()}/graphql");

    public TestGraph Graph => _graph;

    /// <summary>One of the server's parts.</summary>
    public T Part<T>()
        where T : notnull
        => _app.Services.GetRequiredService<T>();

    /// <param name="configure">Replaces parts and settings.</param>
    public static async Task<HostedGraph> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var graph = await TestGraph.CreateWithSampleAsync();
        var storage = new TracedStorage(graph.Storage);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddSettings(builder.Configuration)
            .AddSingleton<IGraphStorage>(storage).AddSingleton<ChangeSignal>().AddSingleton<ChangeFollower>().AddSingleton<GraphWriter>().AddSingleton<ApiKeys>()
            .AddSingleton(new SearchOptions { Patience = GraphAnswers.Patience })
            .AddSchema().AddGraphEngine().AddCallers().AddLimits().AddSavedOperations().AddGraphQLOverHttp().AddGraphQLStreams().AddLinkedData().AddAnswerCompression().AddTelemetry(builder.Configuration);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseTelemetry();
        app.UseAnswerCompression();
        app.MapGraphQL("/graphql");
        app.MapLinkedData();
        await app.StartAsync();
        await app.Services.GetRequiredService<ChangeFollower>().RefreshAsync(default);
        return new HostedGraph(graph, storage, app);
    }

    /// <summary>The statements that were run since this was last asked.</summary>
    public int TakeStatements() => _storage.Take().Count;

    public async Task<string> KeyAsync(CallerRole role) => (await Part<ApiKeys>().AddAsync($"key-{Guid.NewGuid():N}", role, null, default)).Shown;

    /// <summary>Writes as this server does: a topic more.</summary>
    public Task<long> WriteAsync(string slug) => WriteAsync(Part<GraphWriter>(), slug);

    /// <summary>Writes as another server does, which this one is not told of.</summary>
    public Task<long> WriteElsewhereAsync(string slug) => WriteAsync(_graph.Writer, slug);

    /// <summary>Posts a body as it is written and gives the answer's text.</summary>
    public async Task<string> PostAsync(string body, string? key = null, string? languages = null, long? minVersion = null)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        if (key is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (languages is not null) request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        if (minVersion is not null) request.Headers.Add("GraphNews-Min-Version", $"{minVersion}");
        using var response = await Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<string> AskAsync(string query, string? key = null, string? languages = null, long? minVersion = null)
        => PostAsync(JsonSerializer.Serialize(new { query }), key, languages, minVersion);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _graph.DisposeAsync();
    }

    private static Task<long> WriteAsync(GraphWriter writer, string slug)
        => writer.WriteAsync(new ChangeOrigin("test"), (edit, _) =>
        {
            edit.Add(new Graph.Topics.Topic { Slug = slug });
            return Task.CompletedTask;
        }, default);
}
