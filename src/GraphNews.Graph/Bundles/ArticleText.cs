using System.Text;

namespace GraphNews.Graph.Bundles;

/// <summary>Reads the text of an article exactly as it was received: no line end, mark or space in it is changed.</summary>
internal static class ArticleText
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text that stands in the record or in the file that the record names; null if there is none.</summary>
    public static string? Read(BundleRecord record, RecordFields fields)
    {
        var text = fields.Verbatim("text");
        if (fields.Text("textFile") is not { } name)
        {
            return text;
        }

        if (text is not null)
        {
            throw fields.Wrong("textFile", "and the field text: only one of them can be there.");
        }

        var folder = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(record.File))! + Path.DirectorySeparatorChar);
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(folder, StringComparison.Ordinal))
        {
            throw fields.Wrong("textFile", $"is '{name}'. The file has to be in the bundle's folder or below it.");
        }

        try
        {
            return _utf8.GetString(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw fields.Wrong("textFile", $"is '{name}', which cannot be read: {error.Message}");
        }
    }
}
