namespace GraphNews.Server.Transports.Sockets;

/// <summary>
/// Why a WebSocket is closed. Below 4000: RFC 6455, section 7.4.1. From there on: the protocol graphql-transport-ws, whose
/// clients know after which they may connect again.
/// </summary>
internal enum CloseCode
{
    /// <summary>It had no operation for a long time.</summary>
    Normal = 1000,

    /// <summary>The server stops.</summary>
    GoingAway = 1001,

    /// <summary>A message is longer than the limit.</summary>
    MessageTooBig = 1009,

    /// <summary>A message is none of the protocol.</summary>
    BadRequest = 4400,

    /// <summary>An operation was sent before the connection was acknowledged.</summary>
    Unauthorized = 4401,

    /// <summary>The key or token is no good, or is no good any more.</summary>
    Forbidden = 4403,

    /// <summary>The client does not speak the protocol.</summary>
    SubprotocolNotAcceptable = 4406,

    /// <summary>The client did not say <c>connection_init</c> in time.</summary>
    InitialisationTimeout = 4408,

    /// <summary>An operation with that id is running.</summary>
    SubscriberAlreadyExists = 4409,

    /// <summary>The client said <c>connection_init</c> twice.</summary>
    TooManyInitialisationRequests = 4429,

    /// <summary>A fault of the server; its log has the rest.</summary>
    InternalServerError = 4500,
}

/// <summary>The socket is to be closed.</summary>
internal sealed class SocketClosedException(CloseCode code, string reason) : Exception(reason)
{
    public CloseCode Code { get; } = code;
}
