using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphNews.Graph.Imports;

namespace GraphNews.Graph.Bundles;

/// <summary>
/// A bundle as a source of records. A line of which no record can be made is a reject, and the rest goes on; only a
/// file that cannot be opened, or does not begin as a bundle does, is refused as a whole. <c>docs/bundle.md</c> has the format.
/// </summary>
public sealed class BundleSource : IRecordSource
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly string _path;

    private BundleSource(string path, ImportSource source, bool hasMark) => (_path, Source, HasMark) = (path, source, hasMark);

    /// <inheritdoc/>
    public ImportSource Source { get; }

    /// <summary>Whether the file begins with a byte order mark, which UTF-8 needs not; it is skipped.</summary>
    public bool HasMark { get; }

    /// <summary>Opens a bundle and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What the source is called; null for what the header says, or else the file's name.</param>
    /// <param name="actor">Who writes; null for <c>import:</c> and the source's key.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <exception cref="BundleException">The file cannot be opened, or its first line is no header.</exception>
    public static async Task<BundleSource> OpenAsync(string path, string? source, string? actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = Open(path);
        await using (file.ConfigureAwait(false))
        {
            await foreach (var line in new BundleLines(file).ReadAsync(cancel).ConfigureAwait(false))
            {
                var header = BundleHeader.Read(Record(path, line));
                var key = source ?? header.Source ?? Path.GetFileNameWithoutExtension(path);
                return new BundleSource(
                    path,
                    new ImportSource(key, actor ?? $"import:{key}") { IsPartial = header.IsPartial, Length = file.Length, Reason = $"Import of {Path.GetFileName(path)}" },
                    line.Bytes.Span.StartsWith(Mark));
            }
        }

        throw new BundleException(path, 1, $"The bundle is empty. Its first line has to be {BundleHeader.Text(null, false)}.");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var file = Open(_path);
        await using (file.ConfigureAwait(false))
        {
            await foreach (var line in new BundleLines(file).ReadAsync(cancel).ConfigureAwait(false))
            {
                if (line.Number == 1 || IsBlank(line.Bytes.Span)) continue;
                yield return Item(line);
            }
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(path, 0, $"The bundle cannot be opened: {error.Message}", error);
        }
    }

    private SourceItem Item(BundleLine line)
    {
        try
        {
            return SourceItem.Of(Record(_path, line), line.Position);
        }
        catch (BundleException error)
        {
            // Bytes that are no UTF-8 are most often an older encoding of one byte a character.
            var encoding = Utf8.IsValid(line.Bytes.Span) ? Encoding.UTF8 : Encoding.Latin1;
            var raw = line.Length > BundleLines.Longest ? null : encoding.GetString(line.Bytes.Span);
            return SourceItem.Of(new RecordReject(_path, line.Number, error.Reason, raw), line.Position);
        }
    }

    private static BundleRecord Record(string path, BundleLine line)
    {
        var bytes = line.Bytes.Span;
        if (line.Number == 1)
        {
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
                throw new BundleException(path, 1, "The file is UTF-16. A bundle is UTF-8: save it as that.");
            if (bytes.StartsWith(Mark)) bytes = bytes[Mark.Length..];
        }

        if (line.Length > BundleLines.Longest)
            throw new BundleException(path, line.Number, $"The line has {line.Length} bytes, and at most {BundleLines.Longest} are read. It stays in the file only; part it, or give an article's text in a textFile.");
        if (Utf8.IsValid(bytes) is false)
            throw new BundleException(path, line.Number, $"The line is not UTF-8: byte {Invalid(bytes) + 1} of it is 0x{bytes[Invalid(bytes)]:X2}. The list of rejects has it read as Latin-1; look whether that is right.");
        try
        {
            if (!EscapedCharacters.AreWhole(bytes)) throw new BundleException(path, line.Number, EscapedCharacters.Reason);
            var content = JsonElement.Parse(bytes, Options);
            return content.ValueKind == JsonValueKind.Object
                ? new BundleRecord(path, line.Number, content)
                : throw new BundleException(path, line.Number, "The line is JSON, but no object.");
        }
        catch (JsonException error)
        {
            var end = line.IsEnded ? "" : " The file ends in this line: it may have been cut off.";
            throw new BundleException(path, line.Number, $"The line is not JSON: {error.Message}{end}", error);
        }
    }

    private static int Invalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;
}
