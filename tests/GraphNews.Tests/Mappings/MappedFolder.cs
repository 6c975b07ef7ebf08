using System.Text;
using System.Text.Json;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Mappings;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Mappings;

/// <summary>A folder with a mapping and CSV files, deleted at the end.</summary>
internal sealed class MappedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The mapping file.</summary>
    public string Mapping => _folder.File("mapping.yml");

    public void Dispose() => _folder.Dispose();

    public MappedFolder Write(string file, string text, string encoding = "utf-8")
        => Write(file, CsvEncoding.Find(encoding)!.GetBytes(text));

    public MappedFolder Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(_folder.File(file), bytes);
        return this;
    }

    /// <summary>Writes a mapping of the file rows.csv, whose records are given.</summary>
    public MappedFolder Map(string records, string source = "")
        => Write("mapping.yml", $$"""
            format: graphnews-mapping
            version: 1
            name: test
            sources:
              - file: rows.csv
                article: { slug: rows }
            {{Indented(source, 4)}}
                records:
            {{Indented(records, 6)}}
            """);

    public async Task<(CsvRecordSource Source, List<SourceItem> Items)> ReadAsync()
    {
        var source = CsvRecordSource.Open(Mapping);
        var items = new List<SourceItem>();
        await foreach (var item in source.ReadAsync(CancellationToken.None))
        {
            items.Add(item);
        }

        return (source, items);
    }

    /// <summary>The records of a type.</summary>
    public async Task<List<JsonElement>> RecordsAsync(string type)
        => [.. (await ReadAsync()).Items.Select(item => item.Record).OfType<Graph.Bundles.BundleRecord>().Select(record => record.Content)
            .Where(record => record.GetProperty("type").GetString() == type)];

    /// <summary>The rejects.</summary>
    public async Task<List<RecordReject>> RejectsAsync()
        => [.. (await ReadAsync()).Items.Select(item => item.Reject).OfType<RecordReject>()];

    private static string Indented(string text, int by)
        => new StringBuilder().AppendJoin('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => new string(' ', by) + line)).ToString();
}
