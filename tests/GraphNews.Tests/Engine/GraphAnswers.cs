using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphNews.Engine;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Subscriptions;
using GraphNews.Graph.Walk;
using GraphNews.Tests.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Tests.Engine;

/// <summary>Asks a graph through the engine that the build chose, without a server in between.</summary>
internal sealed class GraphAnswers : IDisposable
{
    private static readonly Lazy<SchemaBinding> Binding = new(()
        => SchemaBinding.Bind(SchemaDocument.Merge(SchemaSource.ReadFolder(SchemaFolder.Path))));

    /// <summary>The schema as the server binds it.</summary>
    public static SchemaBinding Schema => Binding.Value;

    /// <summary>How long a search waits for its index: a machine that builds and tests at once is slow.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    private readonly ServiceProvider _services;

    public GraphAnswers(
        IGraphStorage storage, WalkOptions? options = null, SearchOptions? search = null, ChangeSignal? signal = null, SchemaBinding? schema = null,
        ChangeOptions? changes = null)
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(storage)
            .AddSingleton(schema ?? Binding.Value)
            .AddSingleton(options ?? new WalkOptions())
            .AddSingleton(new DocumentLimits())
            .AddSingleton(search ?? new SearchOptions { Patience = Patience })
            .AddSingleton(signal ?? new ChangeSignal())
            .AddSingleton(changes ?? new ChangeOptions())
            .AddSingleton<ChangeFollower>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<GraphSearch>()
            .AddSingleton<GraphWriter>()
            .AddSingleton<GraphOperations>()
            .AddSingleton<ChangeFeed>()
            .AddSingleton<GraphSubscriptions>()
            .AddGraphEngine()
            .BuildServiceProvider();
    }

    /// <summary>Who asks.</summary>
    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>Ends what is being asked.</summary>
    public CancellationToken Cancel { get; set; }

    /// <summary>What subscriptions follow.</summary>
    public ChangeFeed Feed => _services.GetRequiredService<ChangeFeed>();

    /// <summary>What engines ask.</summary>
    public GraphOperations Operations => _services.GetRequiredService<GraphOperations>();

    /// <summary>The response as the engine gives it.</summary>
    public Task<GraphResponse> RespondAsync(GraphRequest request) => _services.GetRequiredService<IGraphEngine>().ExecuteAsync(request, Cancel);

    /// <summary>The answer as a response shows it: errors, data and versions.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? operationName = null, params string[] languages)
    {
        var response = await _services.GetRequiredService<IGraphEngine>().ExecuteAsync(
            new GraphRequest
            {
                Query = query,
                OperationName = operationName,
                Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables),
                Languages = languages,
                Caller = Caller,
            },
            Cancel);

        return await ShownAsync(response);
    }

    /// <summary>The answers of a subscription, without end; the first alone if it is refused.</summary>
    public async IAsyncEnumerable<JsonElement> SubscribeAsync(string query, object? variables = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var engine = _services.GetRequiredService<IGraphEngine>();
        var request = new GraphRequest { Query = query, Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables), Caller = Caller };
        var opened = await engine.OpenAsync(request, cancel);
        if (opened.Root is not { } root)
        {
            yield return await ShownAsync(opened.Refusal!);
            yield break;
        }

        await foreach (var happened in (await _services.GetRequiredService<GraphSubscriptions>().BeginAsync(root, Caller, cancel)).WithCancellation(cancel))
        {
            var response = await engine.ExecuteAsync(request with { Event = happened }, cancel);
            if (!happened.IsGone) yield return await ShownAsync(response);
        }
    }

    private static async Task<JsonElement> ShownAsync(GraphResponse response)
    {
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (response.Errors.Count > 0)
            {
                writer.WritePropertyName("errors");
                JsonSerializer.Serialize(writer, response.Errors);
            }

            if (response.WriteData is { } data)
            {
                writer.WritePropertyName("data");
                data(writer);
            }

            if (response.Version is { } version) writer.WriteNumber("version", version);
            if (response.SearchVersion is { } searched) writer.WriteNumber("searchVersion", searched);
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.ToArray()).RootElement;
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null, params string[] languages)
    {
        var answer = await AskAsync(query, variables, null, languages);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The codes of an answer's errors.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(string query, object? variables = null, string? operationName = null)
    {
        var answer = await AskAsync(query, variables, operationName);
        return answer.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(error => error.GetProperty("Code").GetString()!)]
            : [];
    }

    public void Dispose() => _services.Dispose();
}
