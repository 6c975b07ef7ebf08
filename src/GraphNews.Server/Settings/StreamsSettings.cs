using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>What connections that stay open may cost: WebSockets and server-sent events. Section <c>Streams</c>.</summary>
internal sealed record StreamsSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Streams";

    /// <summary>The most connections of all clients together.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>The most connections of one address. Behind a proxy all clients have the proxy's.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnectionsPerAddress { get; init; } = 1_000;

    /// <summary>The most operations that one WebSocket may have running.</summary>
    [Range(1, 10_000)]
    public int MaxOperations { get; init; } = 100;

    /// <summary>The most bytes of a message to the server, as <c>Limits:BodyBytes</c> is for requests.</summary>
    [Range(1_024, 256 * 1024 * 1024)]
    public int MessageBytes { get; init; } = 1024 * 1024;

    /// <summary>The most answers that wait for one subscriber, who is told then that it is too slow.</summary>
    [Range(1, 100_000)]
    public int QueuedAnswers { get; init; } = 100;

    /// <summary>How long a WebSocket may be open before it says <c>connection_init</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a sign of life is sent, and the client's credentials are looked at again. A WebSocket that sends nothing,
    /// not even <c>pong</c>, for twice as long is dropped.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a WebSocket may have no operation.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a client may take to receive a message; one that reads no more is dropped.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
