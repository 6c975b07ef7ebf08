using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Auth;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using Microsoft.Extensions.Primitives;

namespace GraphNews.Server.Transports.Sockets;

/// <summary>
/// One client's WebSocket from its first message to its last, as the protocol graphql-transport-ws has it. Messages are taken
/// one after another; operations run beside each other.
/// </summary>
internal sealed partial class SocketSession(
    SocketConnection connection, StringValues header, IReadOnlyList<string> languages,
    StreamedOperations operations, CallerAuthentication callers, StreamsSettings settings, TimeProvider time, ILogger logger)
{
    private readonly ConcurrentDictionary<string, RunningOperation> _running = new(StringComparer.Ordinal);

    // With those whose id is free again, and which say their last word.
    private readonly ConcurrentDictionary<RunningOperation, bool> _all = [];
    private StringValues _authorization = header;
    private Caller? _caller;
    private bool _isInitialised;
    private long _busy = time.GetTimestamp();

    /// <summary>Serves the client until one side closes the socket.</summary>
    public async Task RunAsync()
    {
        var keeping = KeepAsync();
        try
        {
            while (await connection.ReceiveAsync() is { } text)
            {
                SocketMessage message;
                using (text) message = SocketMessage.Read(text.Written);
                connection.Closing.ThrowIfCancellationRequested();
                await HandleAsync(message);
            }
        }
        catch (SocketClosedException closed)
        {
            await connection.CloseAsync(closed.Code, closed.Message);
        }
        catch (OperationCanceledException) when (connection.Closing.IsCancellationRequested)
        {
            // Closed from elsewhere, while a message was answered or came.
        }
        catch (Exception fault)
        {
            await FailAsync(fault);
        }
        finally
        {
            foreach (var running in _all.Keys) await running.CancelAsync();
            foreach (var running in _all.Keys) await running.Done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await connection.LeaveAsync();
            if (!connection.Closing.IsCancellationRequested) connection.Abort();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FailAsync(Exception fault)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
        LogFault(logger, trace, fault);
        await connection.CloseAsync(CloseCode.InternalServerError, $"Internal server error. The log has the reason under the trace id {trace}.");
    }

    private async Task HandleAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                await InitialiseAsync(message);
                break;
            case "ping":
                await connection.SendAsync(SocketMessage.Write("pong"));
                break;
            case "pong":
                break;
            case "subscribe":
                await SubscribeAsync(message);
                break;
            case "complete":
                if (_running.TryGetValue(message.RequireId(), out var running)) await running.CancelAsync();
                break;
            default:
                throw SocketMessage.Bad($"\"{message.Shown}\" is no type of message that a client sends.");
        }
    }

    /// <summary>"If the server receives more than one ConnectionInit message at any given time, the server will close the socket with 4429."</summary>
    private async Task InitialiseAsync(SocketMessage message)
    {
        if (_isInitialised) throw new SocketClosedException(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests");

        _isInitialised = true;
        if (Credentials(message) is { } given) _authorization = given;
        _caller = await AuthenticateAsync();
        await connection.SendAsync(SocketMessage.Write("connection_ack"));
    }

    /// <summary>Browsers cannot set headers on a WebSocket, so that the first message brings what the header would.</summary>
    private static string? Credentials(SocketMessage message)
    {
        if (message.Payload is not { } payload) return null;
        foreach (var member in payload.EnumerateObject())
        {
            if (!member.Name.Equals("authorization", StringComparison.OrdinalIgnoreCase)) continue;
            return member.Value.ValueKind == JsonValueKind.String
                ? member.Value.GetString()
                : throw SocketMessage.Bad("The member \"authorization\" must be a string: Bearer, a space, and a key or token.");
        }

        return null;
    }

    private async Task<Caller> AuthenticateAsync()
    {
        try
        {
            return await callers.AuthenticateAsync(_authorization, connection.Closing);
        }
        catch (RequestRefusedException refusal) when (refusal.Code == ErrorCodes.Unauthenticated)
        {
            // Clients of the protocol take this code as one after which other credentials may do.
            throw new SocketClosedException(CloseCode.Forbidden, refusal.Message);
        }
    }

    private async Task SubscribeAsync(SocketMessage message)
    {
        if (_caller is null) throw new SocketClosedException(CloseCode.Unauthorized, "Unauthorized: connection_init comes first");

        var (id, parameters) = (message.RequireId(), message.RequireOperation());
        if (_running.ContainsKey(id)) throw new SocketClosedException(CloseCode.SubscriberAlreadyExists, $"Subscriber for {id} already exists");
        if (_running.Count >= settings.MaxOperations)
        {
            var refusal = new RequestRefusedException(
                StatusCodes.Status429TooManyRequests, ErrorCodes.TooManyOperations,
                $"This WebSocket has {settings.MaxOperations} operations running; more are not allowed. End one of them first.");
            await SendErrorAsync(id, StreamedAnswer.Of(refusal.ToResponse()));
            return;
        }

        // A key that was revoked meanwhile is refused here as it would be in a request.
        if (_caller.IsAuthenticated) _caller = await AuthenticateAsync();
        Touch();
        var running = new RunningOperation(connection.Closing);
        _running.TryAdd(id, running);
        _all.TryAdd(running, true);
        running.Start(cancel => AnswerAsync(id, operations.AnswerAsync(parameters, _caller, languages, cancel), running));
    }

    private async Task AnswerAsync(string id, IAsyncEnumerable<StreamedAnswer> answers, RunningOperation running)
    {
        try
        {
            await foreach (var answer in answers)
            {
                if (running.IsCancelled) return;
                if (!answer.Executed)
                {
                    _running.TryRemove(id, out _);
                    await SendErrorAsync(id, answer);
                    return;
                }

                await connection.SendAsync(SocketMessage.Write("next", id, writer => writer.WriteRawValue(answer.Body.Span, skipInputValidation: true)));
            }

            // The id is free before the client is told so.
            _running.TryRemove(id, out _);
            if (!running.IsCancelled) await connection.SendAsync(SocketMessage.Write("complete", id));
        }
        catch (OperationCanceledException) when (running.IsCancelled || connection.Closing.IsCancellationRequested)
        {
            // The client unsubscribed, or is gone.
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(id, running));
            _all.TryRemove(running, out _);
            Touch();
        }
    }

    private Task SendErrorAsync(string id, StreamedAnswer refusal) => connection.SendAsync(SocketMessage.Write("error", id, refusal.WriteErrors));

    /// <summary>Gives the client its time to begin; then shows it signs of life, and looks whether it is still there, busy, and who it was.</summary>
    private async Task KeepAsync()
    {
        try
        {
            await Task.Delay(settings.InitTimeout, time, connection.Closing);
            if (!_isInitialised) throw new SocketClosedException(CloseCode.InitialisationTimeout, "Connection initialisation timeout");

            while (true)
            {
                await Task.Delay(settings.KeepAlive, time, connection.Closing);
                if (connection.Silence > settings.KeepAlive * 2)
                {
                    connection.Abort();
                    return;
                }

                if (_running.IsEmpty && time.GetElapsedTime(Interlocked.Read(ref _busy)) > settings.IdleTimeout)
                    throw new SocketClosedException(CloseCode.Normal, "Idle: no operation was running for long. Connect again for the next.");
                if (_caller is { IsAuthenticated: true }) await AuthenticateAsync();
                await connection.SendAsync(SocketMessage.Write("ping"));
            }
        }
        catch (SocketClosedException closed)
        {
            await connection.CloseAsync(closed.Code, closed.Message);
        }
        catch (OperationCanceledException) when (connection.Closing.IsCancellationRequested)
        {
            // The socket is closed.
        }
        catch (Exception fault)
        {
            await FailAsync(fault);
        }
    }

    private void Touch() => Interlocked.Exchange(ref _busy, time.GetTimestamp());

    [LoggerMessage(Level = LogLevel.Error, Message = "A WebSocket failed, trace id {Trace}.")]
    private static partial void LogFault(ILogger logger, string trace, Exception fault);
}
