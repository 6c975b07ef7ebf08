using System.Net.WebSockets;
using GraphNews.Graph.Execution;
using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.Transports.Streams;

/// <summary>Each close code of graphql-transport-ws, against the real server.</summary>
public sealed class CloseCodeTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"start\"}")]
    [InlineData("{\"type\":\"connection_init\",\"payload\":\"text\"}")]
    [InlineData("{\"type\":\"connection_init\",\"payload\":{\"authorization\":7}}")]
    [InlineData("{\"type\":\"complete\"}")]
    [InlineData("{\"type\":\"\\ud800\"}")]
    public async Task A_message_that_is_none_of_the_protocol_closes_with_4400(string message)
    {
        await using var client = await SocketClient.ConnectAsync(server);
        await client.SendTextAsync(message);
        Assert.Equal(4400, (await client.ClosedAsync()).Code);
    }

    [Theory]
    [InlineData("{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ graph { version } }\"}}")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\"}")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}")]
    public async Task An_operation_that_is_incomplete_closes_with_4400(string message)
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SendTextAsync(message);
        Assert.Equal(4400, (await client.ClosedAsync()).Code);
    }

    [Fact]
    public async Task A_binary_message_closes_with_4400()
    {
        await using var client = await SocketClient.ConnectAsync(server);
        await client.SendTextAsync("{\"type\":\"connection_init\"}", WebSocketMessageType.Binary);
        Assert.Equal(4400, (await client.ClosedAsync()).Code);
    }

    [Fact]
    public async Task An_operation_before_the_acknowledgement_closes_with_4401()
    {
        await using var client = await SocketClient.ConnectAsync(server);
        await client.SubscribeAsync("1", "{ graph { version } }");
        Assert.Equal(4401, (await client.ClosedAsync()).Code);
    }

    [Fact]
    public async Task Credentials_that_are_no_good_close_with_4403_and_say_why()
    {
        await using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync(new { type = "connection_init", payload = new { authorization = "Bearer gn_nonsense" } });
        var (code, reason) = await client.ClosedAsync();
        Assert.Equal(4403, code);
        Assert.Contains("no such key", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_protocol_closes_with_4406(string? protocol)
    {
        await using var client = await SocketClient.ConnectAsync(server, protocol);
        Assert.Equal(4406, (await client.ClosedAsync()).Code);
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_with_4409()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("same", "subscription { meetingRecorded { slug } }");
        await client.SubscribeAsync("same", "{ graph { version } }");
        Assert.Equal((4409, "Subscriber for same already exists"), await client.ClosedAsync());
    }

    [Fact]
    public async Task A_second_connection_init_closes_with_4429()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SendAsync(new { type = "connection_init" });
        Assert.Equal((4429, "Too many initialisation requests"), await client.ClosedAsync());
    }

    [Fact]
    public async Task A_message_over_the_limit_closes_with_1009()
    {
        await using var client = await SocketClient.InitialisedAsync(server);
        await client.SubscribeAsync("1", $"{{ graph {{ version }} }} # {new string('x', 20_000)}");
        Assert.Equal(1009, (await client.ClosedAsync()).Code);
    }
}

/// <summary>What a server says that breaks, or stops.</summary>
public sealed class LastWordTests
{
    [Fact]
    public async Task A_fault_of_the_server_closes_with_4500_and_a_stop_with_1001()
    {
        using var server = new StreamServer();
        await server.InitializeAsync();
        try
        {
            await using var stays = await SocketClient.InitialisedAsync(server);
            await stays.SubscribeAsync("1", "subscription { meetingRecorded { slug } }");
            var (_, key) = await server.KeyAsync(CallerRole.Reader);
            await using (var connection = new SqliteConnection($"{server.Graph.ConnectionString};Pooling=False;Foreign Keys=False"))
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "ALTER TABLE \"ApiKeys\" RENAME TO \"Gone\"";
                await command.ExecuteNonQueryAsync();
            }

            await using var fails = await SocketClient.ConnectAsync(server);
            await fails.SendAsync(new { type = "connection_init", payload = new { authorization = $"Bearer {key}" } });
            var (code, reason) = await fails.ClosedAsync();
            Assert.Equal(4500, code);
            Assert.Matches("trace id [0-9a-f]{32}", reason);

            using var events = await server.StreamAsync("subscription { changes(since: 0) { version } }");
            var body = events.Content.ReadAsStringAsync();
            var closed = stays.ClosedAsync();
            var exit = await server.StopAsync();
            Assert.Equal(0, exit.Code);
            Assert.Equal((1001, "The server stops. Connect again, to it or to another."), await closed);
            Assert.DoesNotContain("event: complete", await body, StringComparison.Ordinal);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
