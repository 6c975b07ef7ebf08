using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace GraphNews.Benchmarks;

/// <summary>One connection of a client: sends a request as it stands, and reads the answer to its end.</summary>
internal sealed class HttpExchange : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private byte[] _buffer = new byte[256 * 1024];
    private int _read;

    private HttpExchange()
    {
    }

    public static async Task<HttpExchange> ConnectAsync(Uri address)
    {
        var exchange = new HttpExchange();
        await exchange._client.ConnectAsync(address.Host, address.Port);
        return exchange;
    }

    /// <summary>Sends a request and gives the body of the answer, which is valid until the next one.</summary>
    /// <exception cref="IOException">The answer has another status than 200, or the connection was closed.</exception>
    public async Task<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> request)
    {
        var stream = _client.GetStream();
        await stream.WriteAsync(request);
        _read = 0;
        int header;
        while ((header = _buffer.AsSpan(0, _read).IndexOf("\r\n\r\n"u8)) < 0) await MoreAsync(stream);

        var head = Encoding.ASCII.GetString(_buffer, 0, header + 4);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new IOException($"The server answered {head}{Encoding.UTF8.GetString(_buffer, header + 4, _read - header - 4)}");
        return head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
            ? await ChunksAsync(stream, header + 4)
            : await WholeAsync(stream, header + 4, LengthOf(head));
    }

    public void Dispose() => _client.Dispose();

    private async Task<ReadOnlyMemory<byte>> WholeAsync(NetworkStream stream, int start, int length)
    {
        while (_read < start + length) await MoreAsync(stream);
        return _buffer.AsMemory(start, length);
    }

    /// <summary>Joins the chunks in place. Source: RFC 9112, 7.1.</summary>
    private async Task<ReadOnlyMemory<byte>> ChunksAsync(NetworkStream stream, int start)
    {
        var (at, end) = (start, start);
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _read - at).IndexOf("\r\n"u8)) < 0) await MoreAsync(stream);
            var length = int.Parse(_buffer.AsSpan(at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += line + 2;
            while (_read < at + length + 2) await MoreAsync(stream);
            if (length == 0) return _buffer.AsMemory(start, end - start);

            _buffer.AsSpan(at, length).CopyTo(_buffer.AsSpan(end));
            (at, end) = (at + length + 2, end + length);
        }
    }

    private async Task MoreAsync(NetworkStream stream)
    {
        if (_read == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var more = await stream.ReadAsync(_buffer.AsMemory(_read));
        if (more == 0) throw new IOException("The server closed the connection.");
        _read += more;
    }

    private static int LengthOf(string header)
    {
        const string Name = "Content-Length: ";
        var at = header.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        return int.Parse(header.AsSpan(at, header.IndexOf('\r', at) - at), CultureInfo.InvariantCulture);
    }
}
