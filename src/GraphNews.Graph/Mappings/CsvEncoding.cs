using System.Buffers;
using System.Text;

namespace GraphNews.Graph.Mappings;

/// <summary>The encodings of CSV files. Nothing is guessed: a byte that the named encoding does not have is an error with its line.</summary>
internal static class CsvEncoding
{
    private static readonly (string Name, byte[] Mark)[] _marks =
    [
        ("utf-8", [0xEF, 0xBB, 0xBF]),
        ("utf-16", [0xFF, 0xFE]),
        ("utf-16be", [0xFE, 0xFF]),
    ];

    /// <summary>The encoding of that name, which refuses what it cannot read; null if there is none.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Opens a file and steps over its byte order mark.</summary>
    /// <exception cref="MappingException">It cannot be opened, or its byte order mark is another encoding's.</exception>
    public static StreamReader Open(string path, string file, string encoding)
    {
        var wanted = Find(encoding)!;
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
            var start = new byte[3];
            var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            var (name, mark) = Array.Find(_marks, mark => start.AsSpan(0, length).StartsWith(mark.Mark));
            if (mark is not null && Find(name)!.CodePage != wanted.CodePage)
            {
                throw new MappingException(new MappingProblem(
                    file, 1, null, MappingCodes.WrongEncoding,
                    $"The file begins with the byte order mark of {name}, but the mapping says that it is {encoding}."));
            }

            stream.Position = mark?.Length ?? 0;
            return new StreamReader(stream, wanted, detectEncodingFromByteOrderMarks: false, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or MappingException)
        {
            stream?.Dispose();
            throw error is MappingException
                ? error
                : new MappingException(
                    new MappingProblem(file, 0, null, MappingCodes.UnreadableFile, $"The file cannot be opened: {error.Message}"), error);
        }
    }

    /// <summary>The line of the first byte that the encoding does not have; 0 if it cannot be told.</summary>
    public static async Task<int> FindWrongLineAsync(string path, string encoding, CancellationToken cancel)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
        var decoder = Find(encoding)!.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
        var letters = new char[8];
        var line = 1;
        try
        {
            for (int count; (count = await stream.ReadAsync(bytes, cancel).ConfigureAwait(false)) > 0;)
            {
                for (var i = 0; i < count; i++)
                {
                    var made = decoder.GetChars(bytes, i, 1, letters, 0);
                    line += letters.AsSpan(0, made).Count('\n');
                }
            }
        }
        catch (DecoderFallbackException)
        {
            return line;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return line;
    }
}
