using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Limits;

/// <summary>
/// How much one client may ask for in a minute, by the cost of its operations and whichever protocol brings them: one bucket
/// for each key or token, and for each address of those who have none.
/// </summary>
internal sealed class RateLimit(LimitsSettings limits, IHttpContextAccessor requests) : IDisposable
{
    /// <summary>What reading a document costs that is not known yet, whatever becomes of it: time that nobody else has.</summary>
    private const int UnknownDocument = 100;

    private readonly PartitionedRateLimiter<string>? _buckets = limits.CostPerMinute == 0 ? null : PartitionedRateLimiter.Create<string, string>(client
        => RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.CostPerMinute,
            TokensPerPeriod = Math.Max(1, limits.CostPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Charges a client with the reading of a document.</summary>
    /// <exception cref="RequestRefusedException">HTTP 429: the client has asked for too much lately.</exception>
    public void ChargeDocument(Caller caller) => Charge(caller, UnknownDocument);

    /// <summary>Charges a client with an operation.</summary>
    /// <exception cref="RequestRefusedException">HTTP 429: the client has asked for too much lately.</exception>
    public void Charge(Caller caller, double cost)
    {
        if (_buckets is null) return;

        var charged = (int)Math.Clamp(Math.Ceiling(cost), 1, limits.CostPerMinute);
        using var lease = _buckets.AttemptAcquire(ClientOf(caller), charged);
        if (lease.IsAcquired) return;

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
        throw new RequestRefusedException(
            StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimited,
            string.Create(CultureInfo.InvariantCulture, $"You have asked for what costs {limits.CostPerMinute} within a minute, which is the limit; this costs {charged}. Wait {Math.Ceiling(wait.TotalSeconds)} s, or ask for less."))
        {
            RetryAfter = wait,
        };
    }

    public void Dispose() => _buckets?.Dispose();

    private string ClientOf(Caller caller) => caller.IsAuthenticated ? caller.Actor : $"address:{Network(requests.HttpContext?.Connection.RemoteIpAddress)}";

    /// <summary>Whoever has an address of IPv6 has a network of them, of 64 bits.</summary>
    private static string Network(IPAddress? address)
        => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
}
