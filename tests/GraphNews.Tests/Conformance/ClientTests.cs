using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Transports.Streams;

namespace GraphNews.Tests.Conformance;

/// <summary>The clients that front ends use, as they are, against the real server.</summary>
public sealed class ClientTests(StreamServer server) : IClassFixture<StreamServer>
{
    [NodeTheory]
    [InlineData("graphql-ws")]
    [InlineData("graphql-sse")]
    [InlineData("apollo")]
    [InlineData("urql")]
    public async Task A_client_asks_writes_subscribes_and_goes_on_where_it_was(string client)
    {
        var (_, key) = await server.KeyAsync(CallerRole.Editor);
        var steps = (await ConformanceRun.RunAsync("clients.mjs", client, server.Address.ToString(), key)).ToDictionary(step => step.GetProperty("step").GetString()!);

        Assert.True(steps["query"].GetProperty("version").GetInt64() > 0);
        Assert.Contains("nobody", steps["refused"].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("First", steps["mutation"].GetProperty("title").GetString());
        Assert.Contains(steps["subscription"].GetProperty("title").GetString(), new[] { "First", "Again" });
        var seen = steps["changes"].GetProperty("seen").EnumerateArray().Select(version => version.GetInt64()).ToList();
        Assert.Equal(steps["changes"].GetProperty("expected").EnumerateArray().Select(version => version.GetInt64()), seen);
        Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => steps["query"].GetProperty("version").GetInt64() + i), seen);
    }

    [NodeFact]
    public async Task A_subscriber_that_is_killed_again_and_again_has_seen_every_version_once()
    {
        var (kills, writes) = Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") == "1" ? (50, 5_000) : (4, 200);
        await ConformanceRun.ReadyAsync();
        var since = await server.WriteAsync("before-the-subscriber");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < writes; i++) await server.Graph.WriteAsync(edit => { edit.Add(new Official { Slug = $"written-{i}" }); });
        });

        var seen = new List<long>();
        var random = new Random(1);
        for (var kill = 0; kill <= kills; kill++)
        {
            // The last one stays until it has seen all.
            var until = kill == kills ? writes : Math.Min(writes, seen.Count + random.Next(1, (writes / kills * 2) - 1));
            await FollowAsync(seen, since, until);
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, writes).Select(i => since + i), seen);
    }

    /// <summary>Runs a subscriber from where the last one was until as many versions were seen as that, and kills it.</summary>
    private async Task FollowAsync(List<long> seen, long since, int until)
    {
        using var process = ConformanceRun.Start("follow.mjs", server.Address.ToString(), $"{(seen.Count == 0 ? since : seen[^1])}");
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            while (seen.Count < until && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line) seen.Add(Version(line));
            process.Kill();

            // What it had seen before it died, it has seen.
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line) seen.Add(Version(line));
            Assert.True(seen.Count >= until, await process.StandardError.ReadToEndAsync(patience.Token));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        static long Version(string line) => JsonElement.Parse(line).GetProperty("version").GetInt64();
    }
}
