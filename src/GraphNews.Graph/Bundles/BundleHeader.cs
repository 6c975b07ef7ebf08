using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphNews.Graph.Bundles;

/// <summary>The first line of a bundle.</summary>
/// <param name="Source">Whose records they are; null if it does not say.</param>
/// <param name="IsPartial">Whether they are only some of the source's.</param>
internal sealed record BundleHeader(string? Source, bool IsPartial)
{
    /// <summary>What the header's <c>format</c> says.</summary>
    public const string Format = "graphnews-bundle";

    /// <summary>The version of the format that this code reads and writes.</summary>
    public const int Version = 1;

    /// <summary>The field of a record in which a file of rejects says why it was one; ignored when it is read.</summary>
    public const string Rejected = "rejected";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line that begins a bundle.</summary>
    public static string Text(string? source, bool isPartial)
    {
        var header = new JsonObject { ["format"] = Format, ["version"] = Version };
        if (source is not null) header["source"] = source;
        if (isPartial) header["partial"] = true;
        return header.ToJsonString(Options);
    }

    /// <summary>Reads the line.</summary>
    /// <exception cref="BundleException">It is no header, or one of another version.</exception>
    public static BundleHeader Read(BundleRecord line)
    {
        var fields = new RecordFields(line, line.Content, "");
        if (fields.Text("format") != Format) throw line.Wrong($"The first line of a bundle has to be {Text(null, false)}; that of FollowTheMoney is an entity, with id, schema and properties.");
        if (fields.Number("version") is var version && version != Version)
            throw line.Wrong($"The bundle is of version {version}; this GraphNews reads version {Version}.");

        var header = new BundleHeader(fields.Text("source"), fields.Flag("partial"));
        fields.End();
        return header;
    }
}
