using System.Text.RegularExpressions;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Imports.FollowTheMoney;
using GraphNews.Tests.Exports;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Docs;

/// <summary><c>docs/formats.md</c> says of each format what it leaves out.</summary>
public sealed partial class FormatsPageTests
{
    private static readonly string Page = Space().Replace(File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "formats.md")), " ");

    [Theory]
    [InlineData(ForeignFormat.FollowTheMoney, "FollowTheMoney")]
    [InlineData(ForeignFormat.Popolo, "Popolo")]
    [InlineData(ForeignFormat.Gexf, "Networks")]
    [InlineData(ForeignFormat.GraphMl, "Networks")]
    [InlineData(ForeignFormat.Csv, "Tables")]
    public async Task What_an_export_of_the_sample_leaves_out_is_on_the_page(ForeignFormat format, string heading)
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var exported = await Exported.WriteAsync(graph.Storage, format);
        var section = Regex.Match(Page, $" ## {heading} (.*?)( ##+ |$)").Groups[1].Value;

        Assert.NotEmpty(exported.Report.Losses);
        Assert.All(exported.Report.Losses, loss => Assert.Contains(loss.What, section, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_can_be_left_out_is_on_the_page()
        => Assert.All(typeof(LossNames).GetFields(), name => Assert.Contains((string)name.GetRawConstantValue()!, Page, StringComparison.Ordinal));

    [Fact]
    public void All_that_an_import_notices_is_on_the_page()
        => Assert.Equal(
            typeof(EntityCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            Code().Matches(Page).Select(code => code.Groups[1].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\| `([A-Z]+_[A-Z]+)` \|")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
