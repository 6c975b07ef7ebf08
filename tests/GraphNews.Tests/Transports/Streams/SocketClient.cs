using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace GraphNews.Tests.Transports.Streams;

/// <summary>A client of graphql-transport-ws that says what it is told to say, and answers pings.</summary>
internal sealed class SocketClient : IAsyncDisposable
{
    public const string Protocol = "graphql-transport-ws";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(Patience * 2);

    public static async Task<SocketClient> ConnectAsync(StreamServer server, string? protocol = Protocol, string? authorization = null)
    {
        var client = new SocketClient();
        try
        {
            if (protocol is not null) client._socket.Options.AddSubProtocol(protocol);
            if (authorization is not null) client._socket.Options.SetRequestHeader("Authorization", authorization);
            client._socket.Options.CollectHttpResponseDetails = true;
            await client._socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, client._patience.Token);
            return client;
        }
        catch (WebSocketException refusal)
        {
            var status = (int)client._socket.HttpStatusCode;
            await client.DisposeAsync();
            throw new InvalidOperationException($"Refused with {status}.", refusal);
        }
    }

    /// <summary>Connects and is acknowledged.</summary>
    public static async Task<SocketClient> InitialisedAsync(StreamServer server, object? payload = null)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync(new { type = "connection_init", payload });
        Assert.Equal("connection_ack", (await client.NextAsync()).GetProperty("type").GetString());
        return client;
    }

    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    public Task SubscribeAsync(string id, string query, object? variables = null) => SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    public Task SendTextAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text)
        => _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, _patience.Token);

    /// <summary>The next message that is no ping.</summary>
    public async Task<JsonElement> NextAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync() ?? throw new InvalidOperationException($"Closed with {(int?)_socket.CloseStatus}: {_socket.CloseStatusDescription}");
            if (message.GetProperty("type").GetString() != "ping") return message;
            await SendAsync(new { type = "pong" });
        }
    }

    /// <summary>The next message, which must be of a type and an operation; its payload.</summary>
    public async Task<JsonElement> NextAsync(string type, string id)
    {
        var message = await NextAsync();
        Assert.Equal((type, id), (message.GetProperty("type").GetString(), message.GetProperty("id").GetString()));
        return message.TryGetProperty("payload", out var payload) ? payload : default;
    }

    /// <summary>Waits until the server closes; why it did.</summary>
    public async Task<(int Code, string? Reason)> ClosedAsync(bool answersPings = true)
    {
        while (await ReceiveAsync() is { } message)
        {
            if (answersPings && message.GetProperty("type").GetString() == "ping") await SendAsync(new { type = "pong" });
        }

        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _patience.Token);
        return ((int)_socket.CloseStatus!, _socket.CloseStatusDescription);
    }

    /// <summary>Says that the client goes, and waits until the server has heard.</summary>
    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, _patience.Token);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _patience.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonElement?> ReceiveAsync()
    {
        using var text = new MemoryStream();
        var part = new byte[16 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(part.AsMemory(), _patience.Token);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            text.Write(part, 0, received.Count);
            if (received.EndOfMessage) return JsonElement.Parse(text.ToArray());
        }
    }
}
