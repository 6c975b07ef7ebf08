using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace GraphNews.Graph.Bundles;

/// <summary>Reads a bundle line by line; at no time is more than one line of it in memory. <c>docs/bundle.md</c> has the format.</summary>
internal static class BundleReader
{
    /// <summary>What the header's <c>format</c> says.</summary>
    public const string Format = "graphnews-bundle";

    /// <summary>The version of the format that this code reads.</summary>
    public const int Version = 1;

    private static readonly JsonDocumentOptions _options = new() { AllowDuplicateProperties = false };

    /// <summary>The records of a bundle in their order, after its header was found right.</summary>
    /// <exception cref="BundleException">A line is no JSON object, or the header is not one of this format.</exception>
    public static async IAsyncEnumerable<BundleRecord> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        var number = 0;
        using var lines = Open(path);
        while (await ReadLineAsync(lines, path, number + 1, cancel).ConfigureAwait(false) is { } line)
        {
            number++;
            if (number > 1 && string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var record = new BundleRecord(path, number, Parse(path, number, line));
            if (number > 1)
            {
                yield return record;
            }
            else
            {
                CheckHeader(record);
            }
        }

        if (number == 0)
        {
            throw new BundleException(path, 1, $"The bundle is empty. Its first line has to be {Header}.");
        }
    }

    private static string Header => $$"""{"format":"{{Format}}","version":{{Version}}}""";

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(path, 1, $"The bundle cannot be opened: {error.Message}", error);
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader lines, string path, int number, CancellationToken cancel)
    {
        try
        {
            return await lines.ReadLineAsync(cancel).ConfigureAwait(false);
        }
        catch (DecoderFallbackException error)
        {
            throw new BundleException(path, number, "The file is not UTF-8, in this line or in one after it.", error);
        }
    }

    private static JsonElement Parse(string path, int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, _options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new BundleException(path, number, "The line is JSON, but no object.");
        }
        catch (JsonException error)
        {
            throw new BundleException(path, number, $"The line is not JSON: {error.Message}", error);
        }
    }

    private static void CheckHeader(BundleRecord record)
    {
        var fields = new RecordFields(record, record.Content, "");
        if (fields.Text("format") != Format)
        {
            throw record.Wrong($"The first line of a bundle has to be {Header}.");
        }

        var version = fields.Number("version");
        if (version != Version)
        {
            throw record.Wrong($"The bundle is of version {version}; this GraphNews reads version {Version}.");
        }

        fields.End();
    }
}
