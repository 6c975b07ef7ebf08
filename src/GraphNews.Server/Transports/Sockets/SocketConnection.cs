using System.Net.WebSockets;
using System.Text;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;

namespace GraphNews.Server.Transports.Sockets;

/// <summary>A WebSocket that reads whole messages, writes one at a time, and does not wait for a client that is gone.</summary>
internal sealed class SocketConnection(WebSocket socket, StreamsSettings settings, TimeProvider time) : IDisposable
{
    private const int LongestReason = 123;

    /// <summary>How long a client may take to agree that the socket is closed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private ITimer? _farewell;
    private long _heard = time.GetTimestamp();

    /// <summary>Is cancelled when the socket is being closed, by whichever side.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>How long the client has said nothing.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _heard));

    /// <summary>The next message; null when the client has closed the socket or is gone.</summary>
    /// <exception cref="SocketClosedException">The message is too long, or is no text.</exception>
    public async Task<PooledBuffer?> ReceiveAsync()
    {
        try
        {
            // Waits without a buffer: most sockets are quiet most of the time.
            var part = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
            if (part.MessageType != WebSocketMessageType.Close && await ReadAsync() is { } message) return message;
        }
        catch (WebSocketException)
        {
            // It broke off, or was aborted here.
        }

        await _closing.CancelAsync();
        return null;
    }

    /// <summary>Sends a message. A client that does not take it in time is dropped.</summary>
    /// <exception cref="OperationCanceledException">The socket is being closed.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        using var late = new CancellationTokenSource(settings.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, Closing);
        await _sending.WaitAsync(Closing);
        try
        {
            Closing.ThrowIfCancellationRequested();
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, either.Token);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException || late.IsCancellationRequested)
        {
            // Half a message cannot be taken back: .NET has aborted the socket by now.
            Abort();
            throw new OperationCanceledException("The socket is gone.", e, Closing);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says that the socket is closed, and why. A client that does not agree in a while is dropped. Further calls do nothing.</summary>
    public async Task CloseAsync(CloseCode code, string reason)
    {
        if (_closing.IsCancellationRequested) return;

        using var late = new CancellationTokenSource(Farewell, time);
        try
        {
            await _sending.WaitAsync(late.Token);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code, Short(reason), late.Token);
                _farewell ??= time.CreateTimer(_ => socket.Abort(), null, Farewell, Timeout.InfiniteTimeSpan);
                await _closing.CancelAsync();
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Abort();
        }
    }

    /// <summary>Reads what still comes until the client has closed its side, too; then, or soon, the socket is gone.</summary>
    public async Task LeaveAsync()
    {
        using var late = new CancellationTokenSource(Farewell, time);
        var rest = new byte[1_024];
        try
        {
            while (socket.State is WebSocketState.CloseSent) await socket.ReceiveAsync(rest.AsMemory(), late.Token);
            if (socket.State is WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Abort();
        }
    }

    /// <summary>Ends the socket without a word.</summary>
    public void Abort()
    {
        socket.Abort();
        _closing.Cancel();
    }

    public void Dispose()
    {
        _farewell?.Dispose();
        socket.Dispose();
        _closing.Dispose();
        _sending.Dispose();
    }

    private async Task<PooledBuffer?> ReadAsync()
    {
        var message = new PooledBuffer();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(message.GetMemory(1_024), CancellationToken.None);
                Interlocked.Exchange(ref _heard, time.GetTimestamp());
                if (part.MessageType == WebSocketMessageType.Binary) throw SocketMessage.Bad("Messages are text, not binary.");

                message.Advance(part.Count);
                if (message.Written.Length > settings.MessageBytes)
                    throw new SocketClosedException(CloseCode.MessageTooBig, $"The message is longer than the limit of {settings.MessageBytes} bytes.");
                if (part.MessageType == WebSocketMessageType.Text && !part.EndOfMessage) continue;
                if (part.MessageType == WebSocketMessageType.Text) return message;

                message.Dispose();
                return null;
            }
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>As much of a reason as a close frame has room for: 123 bytes of UTF-8.</summary>
    private static string Short(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > LongestReason) reason = reason[..^1].TrimEnd('…') is var shorter && shorter.Length > 1 ? shorter[..^1] + "…" : "";
        return reason;
    }
}
