using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Mappings;
using GraphNews.Graph.Mappings.People;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Mappings;

/// <summary>docs/csv-mappings.md says what is so.</summary>
public sealed partial class CsvMappingsPageTests : IDisposable
{
    private readonly MappedFolder _folder = new();
    private readonly string _page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "csv-mappings.md")).ReplaceLineEndings("\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_example_becomes_the_records_that_the_page_shows()
    {
        _folder.Write("people.csv", Blocks("csv")[0]).Write("meetings.csv", Blocks("csv")[1]).Write("mapping.yml", Blocks("yaml")[0]);

        var (source, items) = await _folder.ReadAsync();

        Assert.Equal(
            Blocks("jsonl")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Plain),
            items.Select(item => Plain(item.Record!.Content.GetRawText())));
        Assert.Contains("'07-1930' cannot be", Assert.Single(source.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_records_of_the_example_are_records_of_a_bundle()
    {
        _folder.Write("people.csv", Blocks("csv")[0]).Write("meetings.csv", Blocks("csv")[1]).Write("mapping.yml", Blocks("yaml")[0]);

        Assert.All((await _folder.ReadAsync()).Items, item => Assert.NotNull(DraftReader.Read(item.Record!).Key));
    }

    [Fact]
    public void Every_code_stands_in_the_table_of_codes()
        => Assert.Equal(
            typeof(MappingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            CodeRow().Matches(_page).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_stands_in_the_table_of_rules()
        => Assert.All(Enum.GetNames<NameRule>(), rule => Assert.Contains($"| `{rule}` |", _page, StringComparison.Ordinal));

    private List<string> Blocks(string language)
        => [.. Regex.Matches(_page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value)];

    private static string Plain(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }

    [GeneratedRegex("^\\| `([A-Z]+_[A-Z]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();
}
