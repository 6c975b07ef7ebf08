using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Telemetry;

/// <summary>A server sends what it sees to a collector, and nothing of what its clients keep to themselves.</summary>
public sealed class SentTelemetryTests
{
    private const string Secret = "Zugspitzbahn-4711";

    private static readonly string[] AllThatCanBeLogged =
        ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:System=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace"];

    [Fact]
    public async Task Traces_metrics_and_logs_are_sent_and_no_value_of_a_client_is_in_them_or_on_the_console()
    {
        await using var collector = await Collector.StartAsync();
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var key = (await new ApiKeys(graph.Storage, TimeProvider.System).AddAsync("telemetry", CallerRole.Editor, null, default)).Shown;
        await using var server = await ServerProcess.StartAsync(graph, settings: [.. collector.Settings, .. AllThatCanBeLogged]);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");

        // In variables, in documents, in addresses; right, wrong and unreadable; for statements, for the search and for a write.
        const string Lookup = "query Named($slug: String!) { official(slug: $slug) { name } }";
        await PostAsync(client, server, Lookup, new { slug = Secret });
        await PostAsync(client, server, Lookup, new { slug = new[] { Secret } });
        await PostAsync(client, server, Lookup, new { other = Secret });
        await PostAsync(client, server, $"{{ official(slug: \"{Secret}\") {{ name }} {Secret.Replace('-', '_')} }}", null);
        await PostAsync(client, server, "query($text: String!) { search(text: $text) { totalCount } officials(where: { name: { matches: $text } }) { totalCount } }", new { text = Secret });
        await PostAsync(client, server, "mutation($input: AddTopicInput!) { addTopic(input: $input) { version errors { ... on Error { message } } } }", new { input = new { names = new[] { new { value = Secret, language = "en" } } } });
        await client.GetStringAsync(new Uri($"{server.Address}?query={Uri.EscapeDataString(Lookup)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(new { slug = Secret }))}"));
        Assert.Equal(3, await graph.ReadAsync(context => context.GraphStates.Select(state => state.Version).SingleAsync()));
        var page = await client.GetStringAsync(new Uri(server.Address, "/metrics"));
        await collector.ReceivedAsync("traces", "SELECT Officials");
        await collector.ReceivedAsync("traces", "mutation");
        await collector.ReceivedAsync("traces", "Named");
        await collector.ReceivedAsync("metrics", "graphnews.operation.duration");
        await collector.ReceivedAsync("metrics", "http.server.request.duration");
        await collector.ReceivedAsync("logs", "was answered in");
        var exit = await server.StopAsync();

        Assert.Equal(0, exit.Code);
        Assert.Contains("trce: ", exit.Output, StringComparison.Ordinal);
        Assert.Matches("graphnews_operation_duration_seconds_count\\{[^}]*graphnews_cache=\"bypass\"[^}]*graphql_operation_type=\"mutation\"[^}]*\\} 1", page);
        Assert.Contains("graphnews_graph_version", page, StringComparison.Ordinal);
        foreach (var told in new[] { collector.Received("traces"), collector.Received("metrics"), collector.Received("logs"), exit.Output, exit.Error, page })
        {
            Assert.DoesNotContain(Secret, told, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(key[^64..], told, StringComparison.Ordinal);
        }
    }

    private static async Task PostAsync(HttpClient client, ServerProcess server, string query, object? variables)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query, variables }), new MediaTypeHeaderValue("application/json"));
        using var response = await client.PostAsync(server.Address, body);
        Assert.Contains((int)response.StatusCode, new[] { 200, 400 });
    }
}
