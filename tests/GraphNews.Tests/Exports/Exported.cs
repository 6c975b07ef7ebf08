using System.Text;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Walk;
using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Exports;

/// <summary>A graph in a format of others, in memory.</summary>
internal sealed class Exported
{
    private readonly Dictionary<string, MemoryStream> _files = new(StringComparer.Ordinal);

    private Exported()
    {
    }

    /// <summary>What the export told.</summary>
    public ExportReport Report { get; private set; } = null!;

    /// <summary>The names of the files.</summary>
    public IReadOnlyList<string> Names => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>All of all files.</summary>
    public string All => string.Concat(Names.Select(name => this[name]));

    /// <summary>The text of a file; empty for the one file of formats that have no more.</summary>
    public string this[string name] => Encoding.UTF8.GetString(Bytes(name));

    /// <summary>The bytes of a file.</summary>
    public byte[] Bytes(string name = "") => _files[name].ToArray();

    /// <summary>The lines of a file.</summary>
    public IReadOnlyList<string> Lines(string name = "") => this[name].Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes a graph.</summary>
    public static async Task<Exported> WriteAsync(
        IGraphStorage storage, ForeignFormat format, string? where = null, bool hasMark = false, bool publishesText = false)
    {
        var exported = new Exported();
        exported.Report = await new FormatExport(storage, GraphAnswers.Schema, new WalkOptions { PublishesText = publishesText })
            .WriteAsync(new FormatOptions(format, where, hasMark), name => exported._files[name] = new MemoryStream(), null, default);
        return exported;
    }

    /// <summary>How much of something was left out.</summary>
    public long LossOf(string what) => Report.Losses.SingleOrDefault(loss => loss.What == what).Count;
}
