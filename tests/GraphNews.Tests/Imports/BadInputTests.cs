using System.Text;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Imports;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Imports;

/// <summary>Whatever is wrong with a line is told with its place, and the rest of the file comes in.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"type":"Official","slug":"an""", "The line is not JSON")]
    [InlineData("""{"type":"Spy","slug":"x"}""", "The field type has to be one of Agency")]
    [InlineData("""{"type":"Post","slug":"x","agency":"nowhere"}""", "points at 'nowhere', which is neither in the bundle nor in the graph")]
    [InlineData("""{"type":"Official","slug":"x","birthDate":"2025-02-30"}""", "'2025-02-30' is not a date")]
    [InlineData("""{"type":"Official","key":"one"}""", "The key 'one' is taken by the record in line 2")]
    [InlineData("""{"type":"Topic","slug":"x","broader":"x"}""", "The record is a part of itself")]
    public async Task A_wrong_line_is_told_and_kept_and_the_others_come_in(string line, string reason)
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);

        var report = await bundle.ImportAsync(graph, """{"type":"Official","key":"one","slug":"anna"}""", line, """{"type":"Official","slug":"bert"}""");

        Assert.Equal((2, 1), (report.Created, report.Rejected));
        var reject = Assert.Single(bundle.Of(ImportOutcome.Rejected));
        Assert.Equal((bundle.Path, 3), (reject.File, reject.Line));
        Assert.Contains(reason, reject.Detail, StringComparison.Ordinal);
        Assert.Contains("\"line\":3", (await File.ReadAllLinesAsync(bundle.Rejects))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_circle_of_parents_are_told_the_way_round_it()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);

        var report = await bundle.ImportAsync(
            graph,
            """{"type":"Agency","slug":"a","parent":"b"}""",
            """{"type":"Agency","slug":"b","parent":"c"}""",
            """{"type":"Agency","slug":"c","parent":"a"}""",
            """{"type":"Agency","slug":"d"}""");

        Assert.Equal((1, 3), (report.Created, report.Rejected));
        Assert.Contains(bundle.Of(ImportOutcome.Rejected), reject => reject.Detail!.Contains("leads in a circle through the lines 2, 3, 4, 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parent_that_is_a_part_of_the_agency_already_is_refused()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, """{"type":"Agency","slug":"a"}""", """{"type":"Agency","slug":"b","parent":"a"}""");

        var report = await new Bundle(_folder, "other").ImportAsync(graph, """{"type":"Agency","slug":"a","parent":"b"}""");

        Assert.Equal((0, 1), (report.Updated, report.Rejected));
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_told_and_kept_as_they_are_most_likely_meant()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await File.WriteAllBytesAsync(bundle.Path,
        [
            .. Encoding.UTF8.GetBytes($"{Bundle.Header}\n{{\"type\":\"Topic\",\"slug\":\"fine\"}}\n"),
            .. Encoding.Latin1.GetBytes("""{"type":"Topic","slug":"x","names":[{"value":"Sécurité","statedBy":"x"}]}"""),
        ]);

        var report = await bundle.ImportAsync(graph);

        Assert.Equal((1, 1), (report.Created, report.Rejected));
        Assert.Contains("The line is not UTF-8: byte 48 of it is 0xE9", Assert.Single(bundle.Of(ImportOutcome.Rejected)).Detail, StringComparison.Ordinal);
        Assert.Contains("Sécurité", await File.ReadAllTextAsync(bundle.Rejects), StringComparison.Ordinal);
        Assert.Equal(1, (await new Bundle(_folder, "bundle.jsonl.rejects").ImportAsync(graph)).Created);
    }

    [Fact]
    public async Task A_byte_order_mark_is_noticed_and_skipped()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await File.WriteAllTextAsync(bundle.Path, $"{Bundle.Header}\n{{\"type\":\"Topic\",\"slug\":\"fine\"}}\n", Encoding.UTF8);

        Assert.True((await BundleSource.OpenAsync(bundle.Path, null, null, default)).HasMark);
        Assert.Equal(1, (await bundle.ImportAsync(graph)).Created);
    }

    [Fact]
    public async Task A_file_in_UTF_16_is_refused_as_a_whole()
    {
        var bundle = new Bundle(_folder);
        await File.WriteAllTextAsync(bundle.Path, Bundle.Header, Encoding.Unicode);

        var error = await Assert.ThrowsAsync<BundleException>(() => BundleSource.OpenAsync(bundle.Path, null, null, default));

        Assert.Contains("The file is UTF-16", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_100_MB_is_told_and_passed_over()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await using (var file = new StreamWriter(bundle.Path))
        {
            await file.WriteAsync($"{Bundle.Header}\n{{\"type\":\"Topic\",\"slug\":\"");
            var block = new string('x', 1_000_000);
            for (var i = 0; i < 100; i++) await file.WriteAsync(block);
            await file.WriteAsync("\"}\n{\"type\":\"Topic\",\"slug\":\"fine\"}\n");
        }

        var report = await bundle.ImportAsync(graph);

        Assert.Equal((1, 1), (report.Created, report.Rejected));
        var reject = Assert.Single(bundle.Of(ImportOutcome.Rejected));
        Assert.Equal(2, reject.Line);
        Assert.Contains("The line has 100000026 bytes, and at most 16777216 are read", reject.Detail, StringComparison.Ordinal);
        Assert.Equal(1, await graph.ReadAsync(c => c.Topics.CountAsync()));
    }

    [Fact]
    public async Task A_text_that_citations_count_in_is_not_replaced()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, """{"type":"SourceArticle","slug":"page","title":"Page","text":"They met."}""");

        var report = await bundle.ImportAsync(graph, """{"type":"SourceArticle","slug":"page","title":"Page","text":"They parted."}""");

        Assert.Equal((0, 1), (report.Updated, report.Rejected));
        Assert.Equal("They met.", await graph.ReadAsync(c => c.SourceArticles.Select(a => a.Text).SingleAsync()));
    }
}
