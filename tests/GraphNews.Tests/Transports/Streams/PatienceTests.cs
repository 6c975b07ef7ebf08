using System.Net.WebSockets;
using GraphNews.Graph.Execution;

namespace GraphNews.Tests.Transports.Streams;

/// <summary>Clients that are late, idle, gone, slow or too many.</summary>
public sealed class PatienceTests(HastyServer server) : IClassFixture<HastyServer>
{
    [Fact]
    public async Task A_client_that_does_not_begin_is_closed_with_4408()
    {
        await using var client = await SocketClient.ConnectAsync(server);
        Assert.Equal((4408, "Connection initialisation timeout"), await client.ClosedAsync());
    }

    [Fact]
    public async Task A_client_without_an_operation_is_closed_after_a_while_and_one_with_an_operation_is_not()
    {
        await using var busy = await SocketClient.InitialisedAsync(server);
        await busy.SubscribeAsync("s", "subscription { changes(since: 1000000) { version } }");
        await busy.NextAsync("error", "s");
        await using var idle = await SocketClient.InitialisedAsync(server);
        var closed = idle.ClosedAsync();
        var version = await server.WriteAsync("for-the-busy");
        await busy.SubscribeAsync("s", "subscription ($since: Version!) { changes(since: $since) { version } }", new { since = version });
        var next = busy.NextAsync("next", "s");

        Assert.Equal(1000, (await closed).Code);
        Assert.False(next.IsCompleted);
        await server.WriteAsync("for-the-busy-again");
        await next;
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_dropped()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("s", "subscription { meetingRecorded { slug } }");
        await Assert.ThrowsAsync<WebSocketException>(() => client.ClosedAsync(answersPings: false));
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_dropped()
    {
        const string Large = "{ __schema { types { name description fields { name description args { name description } } inputFields { name description } } } }";
        await using var client = await SocketClient.InitialisedAsync(server);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                await client.SubscribeAsync($"{i}", Large);
                await client.SendAsync(new { type = "pong" });
                await Task.Delay(10);
            }
        });
    }

    [Fact]
    public async Task A_key_that_is_revoked_ends_what_it_began()
    {
        var (key, shown) = await server.KeyAsync(CallerRole.Reader);
        await using var socket = await SocketClient.InitialisedAsync(server, new { authorization = $"Bearer {shown}" });
        await socket.SubscribeAsync("s", "subscription { meetingRecorded { slug } }");
        using var events = await server.StreamAsync("subscription { meetingRecorded { slug } }", $"Bearer {shown}");
        var body = events.Content.ReadAsStringAsync();

        await server.Keys.RevokeAsync(key.Id, default);
        var (code, reason) = await socket.ClosedAsync();
        Assert.Equal(4403, code);
        Assert.Contains("was revoked", reason, StringComparison.Ordinal);
        Assert.Matches("(?s)^(:\n\n)+event: next\ndata: .*UNAUTHENTICATED.*\n\nevent: complete\ndata: \n\n$", await body);
    }

    [Fact]
    public async Task No_more_connections_than_may_be_are_let_in_and_those_that_close_make_room()
    {
        for (var round = 0; round < 3; round++)
        {
            var open = new List<SocketClient>();
            var refusal = "";
            while (refusal.Length == 0)
            {
                try
                {
                    open.Add(await SocketClient.InitialisedAsync(server));
                }
                catch (InvalidOperationException refused)
                {
                    refusal = refused.Message;
                }
            }

            Assert.Equal("Refused with 429.", refusal);
            Assert.InRange(open.Count, 1, 8);
            using (var stream = await server.StreamAsync("{ graph { version } }")) Assert.Equal(429, (int)stream.StatusCode);

            // Every other one without a word.
            foreach (var (client, i) in open.Select((client, i) => (client, i)))
            {
                if (i % 2 == 0) await client.CloseAsync();
                await client.DisposeAsync();
            }

            await OneMoreAsync();
        }
    }

    private async Task OneMoreAsync()
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await using var client = await SocketClient.InitialisedAsync(server);
                return;
            }
            catch (InvalidOperationException) when (i < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
