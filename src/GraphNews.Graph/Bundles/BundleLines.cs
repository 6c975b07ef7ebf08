using System.Runtime.CompilerServices;

namespace GraphNews.Graph.Bundles;

/// <summary>A line of a file as bytes.</summary>
/// <param name="Number">The line, from 1.</param>
/// <param name="Bytes">What it holds, without its end; good until the next line is read. Of a line that is too long, its beginning.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="IsEnded">Whether a line end follows; false where the file ends in it.</param>
/// <param name="Position">Where the file was read to.</param>
internal readonly record struct BundleLine(int Number, ReadOnlyMemory<byte> Bytes, long Length, bool IsEnded, long Position);

/// <summary>Reads a file line by line; a line of any length takes no more memory than <see cref="Longest"/>.</summary>
internal sealed class BundleLines(Stream file)
{
    /// <summary>The longest line that is kept, in bytes: an article of several books.</summary>
    public const int Longest = 16 << 20;

    private const int BlockSize = 1 << 17;
    private const byte LineEnd = (byte)'\n';

    private readonly byte[] _block = new byte[BlockSize];
    private byte[] _line = new byte[BlockSize];
    private int _kept;
    private long _length;

    /// <summary>The lines in their order; one that is empty is given too.</summary>
    public async IAsyncEnumerable<BundleLine> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var number = 0;
        var position = 0L;
        int read;
        while ((read = await file.ReadAsync(_block, cancel).ConfigureAwait(false)) > 0)
        {
            var start = 0;
            while (_block.AsSpan(start, read - start).IndexOf(LineEnd) is var end and >= 0)
            {
                Append(_block.AsSpan(start, end));
                start += end + 1;
                yield return Take(++number, isEnded: true, position + start);
            }

            Append(_block.AsSpan(start, read - start));
            position += read;
        }

        if (_length > 0) yield return Take(number + 1, isEnded: false, position);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        var some = bytes[..Math.Min(bytes.Length, Longest + 1 - _kept)];
        if (_line.Length < _kept + some.Length) Array.Resize(ref _line, Math.Max(_line.Length * 2, _kept + some.Length));
        some.CopyTo(_line.AsSpan(_kept));
        _kept += some.Length;
    }

    private BundleLine Take(int number, bool isEnded, long position)
    {
        var kept = _kept > 0 && _line[_kept - 1] == '\r' ? _kept - 1 : _kept;
        var line = new BundleLine(number, _line.AsMemory(0, kept), _length, isEnded, position);
        (_kept, _length) = (0, 0);
        return line;
    }
}
