using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Imports;

/// <summary>
/// The bundle of what was left out: each record as it was, with the field <c>rejected</c> that says why and where it was.
/// Mended, it is imported as some more records of the same source.
/// </summary>
internal sealed class RejectFile(string path, ImportSource source) : IDisposable
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private StreamWriter? _writer;

    /// <summary>Adds a reject.</summary>
    public void Add(RecordReject reject)
    {
        if (_writer is null)
        {
            _writer = new StreamWriter(path);
            _writer.WriteLine(BundleHeader.Text(source.Key, isPartial: true));
        }

        var line = Record(reject.Raw) ?? new JsonObject { ["raw"] = reject.Raw };
        line[BundleHeader.Rejected] = new JsonObject { ["file"] = reject.File, ["line"] = reject.Line, ["reason"] = reject.Reason };
        _writer.WriteLine(line.ToJsonString(Options));
    }

    /// <summary>Ends writing; without rejects, what an earlier run left is removed.</summary>
    public void Dispose()
    {
        if (_writer is null) File.Delete(path);
        _writer?.Dispose();
    }

    private static JsonObject? Record(string? raw)
    {
        try
        {
            return raw is null ? null : JsonNode.Parse(raw) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
