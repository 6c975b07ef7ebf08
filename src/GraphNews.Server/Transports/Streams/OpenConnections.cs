using System.Globalization;
using System.Net;
using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;

namespace GraphNews.Server.Transports.Streams;

/// <summary>Counts the connections that stay open, of all clients and of each address, and lets no more in than may be.</summary>
internal sealed class OpenConnections(StreamsSettings settings)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private int _all;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _all);

    /// <summary>Lets a connection in.</summary>
    /// <returns>The place of the connection, to be given back when it closes.</returns>
    /// <exception cref="RequestRefusedException">HTTP 503 or 429: there are as many as may be.</exception>
    public IDisposable Enter(HttpContext context)
    {
        // A server that listens at a Unix socket knows no addresses.
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        lock (_gate)
        {
            if (_all >= settings.MaxConnections)
                throw Refuse(StatusCodes.Status503ServiceUnavailable, $"The server has {settings.MaxConnections} open WebSockets and event streams, and takes no more. Try again later.");

            var ofAddress = _byAddress.GetValueOrDefault(address);
            if (ofAddress >= settings.MaxConnectionsPerAddress)
                throw Refuse(StatusCodes.Status429TooManyRequests, $"Your address has {settings.MaxConnectionsPerAddress} open WebSockets and event streams; more are not allowed. Run several operations on one WebSocket.");

            _byAddress[address] = ofAddress + 1;
            _all++;
            return new Place(this, address);
        }
    }

    private static RequestRefusedException Refuse(int status, FormattableString message)
        => new(status, ErrorCodes.TooManyConnections, message.ToString(CultureInfo.InvariantCulture));

    private void Leave(IPAddress address)
    {
        lock (_gate)
        {
            _all--;
            if (--_byAddress[address] == 0) _byAddress.Remove(address);
        }
    }

    private sealed class Place(OpenConnections connections, IPAddress address) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) connections.Leave(address);
        }
    }
}
