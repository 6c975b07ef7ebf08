using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Exports;

/// <summary>Writes JSON objects as lines. Arabic stays readable.</summary>
internal sealed class RecordWriter(Stream output) : IDisposable
{
    private readonly MemoryStream _line = new();
    private Utf8JsonWriter? _json;

    /// <summary>The line that is being written.</summary>
    public Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes the line that begins a bundle.</summary>
    public async Task WriteHeaderAsync(CancellationToken cancel)
        => await output.WriteAsync(Encoding.UTF8.GetBytes(BundleHeader.Text(null, isPartial: false) + '\n'), cancel).ConfigureAwait(false);

    /// <summary>Ends the line.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        await Json.FlushAsync(cancel).ConfigureAwait(false);
        _line.WriteByte((byte)'\n');
        await output.WriteAsync(_line.GetBuffer().AsMemory(0, (int)_line.Length), cancel).ConfigureAwait(false);
        _line.SetLength(0);
        Json.Reset();
    }

    public void Dispose()
    {
        _json?.Dispose();
        _line.Dispose();
    }
}
