using GraphNews.Server.Auth;
using GraphNews.Server.Browsers;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports.Streams;

namespace GraphNews.Server.Transports.Sockets;

/// <summary>GraphQL over WebSocket, in the protocol graphql-transport-ws: queries, mutations and subscriptions beside each other.</summary>
internal sealed class GraphQLOverWebSocket(
    StreamedOperations operations, CallerAuthentication callers, OpenConnections connections, StreamsSettings settings, CorsSettings cors, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<GraphQLOverWebSocket> logger)
{
    private const string Subprotocol = "graphql-transport-ws";

    /// <summary>Serves one client until its socket is closed.</summary>
    /// <exception cref="RequestRefusedException">The page that asks is of another origin, or there are as many connections as may be; the request is not upgraded.</exception>
    public async Task HandleAsync(HttpContext context)
    {
        SocketOrigin.Check(context.Request, cors);
        using var place = connections.Enter(context);
        var speaks = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol, StringComparer.Ordinal);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = speaks ? Subprotocol : null,

            // The protocol has its own signs of life.
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
        });
        using var connection = new SocketConnection(socket, settings, time);
        if (!speaks)
        {
            await connection.CloseAsync(CloseCode.SubprotocolNotAcceptable, $"Subprotocol not acceptable: this server speaks {Subprotocol}");
            await connection.LeaveAsync();
            return;
        }

        await using var stopping = lifetime.ApplicationStopping.Register(
            () => _ = connection.CloseAsync(CloseCode.GoingAway, "The server stops. Connect again, to it or to another."));
        var languages = AcceptLanguage.Parse(context.Request.Headers.AcceptLanguage);
        await new SocketSession(connection, context.Request.Headers.Authorization, languages, operations, callers, settings, time, logger).RunAsync();
    }
}
