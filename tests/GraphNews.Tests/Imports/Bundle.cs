using GraphNews.Graph.Bundles;
using GraphNews.Graph.Imports;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Imports;

/// <summary>A bundle that a test writes, and what became of it when it was imported.</summary>
internal sealed class Bundle(TemporaryFolder folder, string name = "bundle")
{
    public const string Header = """{"format":"graphnews-bundle","version":1}""";

    public string Path { get; } = folder.File($"{name}.jsonl");

    public string Rejects => $"{Path}.rejects.jsonl";

    /// <summary>What became of each record in the last import.</summary>
    public List<ImportedItem> Items { get; } = [];

    public IEnumerable<ImportedItem> Of(ImportOutcome outcome) => Items.Where(item => item.Outcome == outcome);

    /// <summary>Writes the records below a header and imports them; line 2 is the first of them.</summary>
    public async Task<ImportReport> ImportAsync(TestGraph graph, params string[] records)
    {
        await File.WriteAllLinesAsync(Path, records.Prepend(Header));
        return await ImportAsync(graph);
    }

    /// <summary>Imports the file as it stands.</summary>
    public async Task<ImportReport> ImportAsync(TestGraph graph, Func<ImportOptions, ImportOptions>? how = null)
    {
        Items.Clear();
        var source = await BundleSource.OpenAsync(Path, null, null, default);
        var options = new ImportOptions { Item = Items.Add, RejectsPath = Rejects };
        return await new Importer(graph.Writer).RunAsync(source, how?.Invoke(options) ?? options, default);
    }
}
