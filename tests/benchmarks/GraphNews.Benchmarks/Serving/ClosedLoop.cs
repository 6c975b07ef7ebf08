using System.Net.Sockets;
using System.Text;

namespace GraphNews.Benchmarks;

/// <summary>Clients that each send the next request when they have the last answer whole, by plain sockets: little of the machine is theirs.</summary>
internal static class ClosedLoop
{
    /// <summary>How many requests a second are answered.</summary>
    public static async Task<double> MeasureAsync(Uri address, byte[] request, int clients, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => RunAsync(address, request, end.Token))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>One answer's body.</summary>
    public static async Task<byte[]> AskAsync(Uri address, byte[] request)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        var buffer = new byte[4 * 1024 * 1024];
        var (header, length) = await ExchangeAsync(client.GetStream(), request, buffer);
        return buffer[header..(header + length)];
    }

    private static async Task<int> RunAsync(Uri address, byte[] request, CancellationToken end)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, CancellationToken.None);
        var (stream, buffer, count) = (client.GetStream(), new byte[1024 * 1024], 0);
        while (!end.IsCancellationRequested)
        {
            await ExchangeAsync(stream, request, buffer);
            count++;
        }

        return count;
    }

    private static async Task<(int Header, int Length)> ExchangeAsync(NetworkStream stream, byte[] request, byte[] buffer)
    {
        await stream.WriteAsync(request);
        var (read, header, length) = (0, -1, 0);
        do
        {
            var more = await stream.ReadAsync(buffer.AsMemory(read));
            if (more == 0) throw new IOException("The server closed the connection.");
            read += more;
            if (header >= 0 || buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is not (>= 0 and var end)) continue;

            header = end + 4;
            length = LengthOf(Encoding.ASCII.GetString(buffer, 0, header));
        }
        while (header < 0 || read < header + length);

        return (header, length);
    }

    private static int LengthOf(string header)
    {
        if (!header.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new IOException($"The server answered {header}");
        const string Name = "Content-Length: ";
        var at = header.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        return int.Parse(header.AsSpan(at, header.IndexOf('\r', at) - at), System.Globalization.CultureInfo.InvariantCulture);
    }
}
