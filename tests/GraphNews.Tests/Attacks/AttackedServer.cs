using System.Net.Http.Headers;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.Attacks;

/// <summary>A server with 512 MB and default limits, and somebody with a key who asks it an ordinary question now and then.</summary>
public sealed class AttackedServer : IAsyncLifetime, IDisposable
{
    /// <summary>Where the long run is asked for, attacks are as large as the list says, and times are looked at.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") is "1";

    private const string Question = "{\"query\":\"{ official(slug: \\\"abdellatif-hammouchi\\\") { name meetings { totalCount nodes { slug title } } } }\"}";

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(5) };
    private string? _key;
    private TestGraph? _graph;
    private ServerProcess? _server;

    public Uri Address => _server!.Address;

    public long Memory => _server!.Memory;

    public TimeSpan ProcessorTime => _server!.ProcessorTime;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateWithSampleAsync();
        _key = (await new ApiKeys(_graph.Storage, TimeProvider.System).AddAsync("somebody", CallerRole.Reader, null, default)).Shown;
        _server = await ServerProcess.StartInAsync(new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x20000000" }, _graph);
        for (var i = 0; i < 20; i++) await AskAsync();
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_graph is not null) await _graph.DisposeAsync();
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Sends a body without a key.</summary>
    public async Task<Answer> PostAsync(string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        request.Headers.Add("Accept", "application/graphql-response+json");
        using var response = await _client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Asks an ordinary question, which must be answered, and gives the time that it took.</summary>
    public async Task<TimeSpan> AskAsync()
    {
        using var content = new StringContent(Question, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        request.Headers.Add("Authorization", $"Bearer {_key}");
        var start = TimeProvider.System.GetTimestamp();
        using var response = await _client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("{\"data\":{\"official\":{\"name\":\"Abdellatif", answer, StringComparison.Ordinal);
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <summary>Attacks, and asks ordinary questions meanwhile; each must be answered. In the long run, within ten times what they take when nobody attacks.</summary>
    public async Task WithstandAsync(Func<Task> attack)
    {
        var quiet = await MedianAsync(Enumerable.Range(0, 20).Select(_ => (Func<Task<TimeSpan>>)AskAsync));
        var attacking = attack();
        var meanwhile = new List<TimeSpan>();
        do meanwhile.Add(await AskAsync());
        while (!attacking.IsCompleted);
        await attacking;

        meanwhile.Sort();
        if (IsLong) Assert.InRange(meanwhile[meanwhile.Count / 2], TimeSpan.Zero, (quiet * 10) + TimeSpan.FromMilliseconds(5));
    }

    private static async Task<TimeSpan> MedianAsync(IEnumerable<Func<Task<TimeSpan>>> questions)
    {
        var times = new List<TimeSpan>();
        foreach (var ask in questions) times.Add(await ask());
        times.Sort();
        return times[times.Count / 2];
    }
}

[CollectionDefinition(Name)]
public sealed class SharedAttackedServer : ICollectionFixture<AttackedServer>
{
    public const string Name = "The attacked server";
}
