using System.Text.Json;
using GraphNews.Graph.Execution;

namespace GraphNews.Tests.Transports.Streams;

/// <summary>Queries, mutations and subscriptions over one WebSocket.</summary>
public sealed class SocketTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Fact]
    public async Task A_query_is_answered_and_completed_and_its_id_is_free_again()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await client.SubscribeAsync("q", "query ($slug: String!) { official(slug: $slug) { name } }", new { slug = "abdellatif-hammouchi" });
            var answer = await client.NextAsync("next", "q");
            Assert.Equal("Abdellatif Hammouchi", answer.GetProperty("data").GetProperty("official").GetProperty("name").GetString());
            Assert.True(answer.GetProperty("extensions").GetProperty("version").GetInt64() > 0);
            await client.NextAsync("complete", "q");
        }
    }

    [Fact]
    public async Task A_field_that_fails_is_an_answer_and_a_wrong_document_is_an_error()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("field", "{ node(id: \"nonsense\") { id } }");
        Assert.Equal("INVALID_ID", Code((await client.NextAsync("next", "field")).GetProperty("errors")));
        await client.NextAsync("complete", "field");

        foreach (var (query, code) in new[] { ("{ nobody }", "VALIDATION_FAILED"), ("{", "SYNTAX_ERROR"), ("subscription { nobody }", "VALIDATION_FAILED"), (new string('{', 200), "TOO_DEEP") })
        {
            await client.SubscribeAsync("wrong", query);
            Assert.Equal(code, Code(await client.NextAsync("error", "wrong")));
        }
    }

    [Fact]
    public async Task An_editor_writes_with_the_credentials_of_the_first_message_or_of_the_request_and_a_stranger_does_not()
    {
        const string Mutation = "mutation { addOfficial(input: { names: [{ value: \"Socket Person\", language: \"en\" }] }) { official { name } } }";
        var (_, key) = await server.KeyAsync(CallerRole.Editor);

        await using var first = await SocketClient.InitialisedAsync(server, new { Authorization = $"Bearer {key}" });
        await first.SubscribeAsync("m", Mutation);
        Assert.Equal("Socket Person", (await first.NextAsync("next", "m")).GetProperty("data").GetProperty("addOfficial").GetProperty("official").GetProperty("name").GetString());

        await using var request = await SocketClient.ConnectAsync(server, authorization: $"Bearer {key}");
        await request.SendAsync(new { type = "connection_init" });
        await request.NextAsync();
        await request.SubscribeAsync("m", Mutation);
        Assert.False((await request.NextAsync("next", "m")).TryGetProperty("errors", out _));

        await using var stranger = await SocketClient.InitialisedAsync(server);
        await stranger.SubscribeAsync("m", Mutation);
        Assert.Equal("UNAUTHENTICATED", Code((await stranger.NextAsync("next", "m")).GetProperty("errors")));
    }

    [Fact]
    public async Task A_subscription_tells_what_another_process_writes_until_the_client_ends_it()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        var since = await server.WriteAsync("before");
        await client.SubscribeAsync("s", "subscription ($since: Version!) { changes(since: $since) { version changes { node { ... on Entity { slug } } } } }", new { since = since - 1 });
        Assert.Equal(since, Version(await client.NextAsync("next", "s")));
        var written = await server.WriteAsync("meanwhile");
        Assert.Equal(written, Version(await client.NextAsync("next", "s")));

        await client.SendAsync(new { id = "s", type = "complete" });
        await server.WriteAsync("after");
        await client.SubscribeAsync("q", "{ graph { version } }");
        await client.NextAsync("next", "q");
        await client.NextAsync("complete", "q");

        static long Version(JsonElement answer) => answer.GetProperty("data").GetProperty("changes").GetProperty("version").GetInt64();
    }

    [Fact]
    public async Task A_ping_is_answered_also_before_the_first_message()
    {
        await using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync(new { type = "ping", payload = new { at = 1 } });
        Assert.Equal("pong", (await client.NextAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task More_operations_than_may_run_are_refused_and_those_that_run_go_on()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        var since = await server.WriteAsync("start-of-many");
        foreach (var i in Enumerable.Range(0, 3)) await client.SubscribeAsync($"{i}", "subscription ($since: Version!) { changes(since: $since) { version } }", new { since });
        await client.SubscribeAsync("3", "{ graph { version } }");
        Assert.Equal("TOO_MANY_OPERATIONS", Code(await client.NextAsync("error", "3")));

        await server.WriteAsync("end-of-many");
        var told = new List<string?>();
        foreach (var _ in Enumerable.Range(0, 3)) told.Add((await client.NextAsync()).GetProperty("id").GetString());
        Assert.Equal(["0", "1", "2"], told.Order());
    }

    private static string? Code(JsonElement errors) => errors[0].GetProperty("extensions").GetProperty("code").GetString();
}
