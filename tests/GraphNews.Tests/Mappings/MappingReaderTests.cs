using GraphNews.Graph.Bundles;
using GraphNews.Graph.Mappings;

namespace GraphNews.Tests.Mappings;

/// <summary>What is wrong with a mapping is told with line and column before a CSV file is opened.</summary>
public sealed class MappingReaderTests : IDisposable
{
    private readonly MappedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("- type: Officer\n  key: x", 9, "has to be one of Agency")]
    [InlineData("- type: Official", 9, "The key key is missing")]
    [InlineData("- type: Official\n  key: person:{id", 10, "a brace that is not closed")]
    [InlineData("- type: Official\n  key: \"{id}\"\n  colour: red", 11, "The key colour is unknown here")]
    [InlineData("- type: Official\n  key: \"{id}\"\n  fields: { birthDate: { column: born, date: dd } }", 11, "forms of dates")]
    [InlineData("- type: Official\n  key: { column: id, alike: person }", 10, "Only organisation is known")]
    [InlineData("- type: Official\n  key: { column: id, text: x }", 10, "just one of them")]
    [InlineData("- type: Official\n  key: { column: id, replace: { pattern: '(' } }", 10, "is no regular expression")]
    [InlineData("- type: Official\n  key: \"{id}\"\n  officeHolder: { written: a, agency: b, date: { column: c, date: edtf } }", 11, "belongs to a Participation")]
    [InlineData("- type: Official\n  key: [", 11, "This is no YAML")]
    public void A_mistake_is_told_with_its_line(string records, int line, string part)
    {
        _folder.Map(records);

        var error = Assert.Throws<BundleException>(() => CsvRecordSource.Open(_folder.Mapping));

        Assert.Contains(part, error.Reason, StringComparison.Ordinal);
        Assert.Contains("(BAD_MAPPING)", error.Reason, StringComparison.Ordinal);
        Assert.Equal((_folder.Mapping, line), (error.File, error.Line));
    }

    [Theory]
    [InlineData("format: other\nversion: 1", "has to be graphnews-mapping")]
    [InlineData("format: graphnews-mapping\nversion: 2\nname: x", "this GraphNews reads version 1")]
    [InlineData("format: graphnews-mapping\nversion: 1\nname: X y", "The key name is 'X y'")]
    [InlineData("format: graphnews-mapping\nversion: 1\nname: x", "there is no file to read")]
    [InlineData("- a", "There has to be an object here")]
    public void A_file_of_another_sort_is_told(string text, string part)
    {
        _folder.Write("mapping.yml", text);

        var error = Assert.Throws<BundleException>(() => CsvRecordSource.Open(_folder.Mapping));

        Assert.Contains(part, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_is_not_there_is_told()
    {
        var error = Assert.Throws<BundleException>(() => CsvRecordSource.Open(_folder.Mapping));

        Assert.Contains("(UNREADABLE_FILE)", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mapping.yml", true)]
    [InlineData("a/b.YAML", true)]
    [InlineData("graph.jsonl", false)]
    public void A_mapping_is_known_by_its_name(string path, bool isMapping) => Assert.Equal(isMapping, CsvRecordSource.IsMapping(path));
}
