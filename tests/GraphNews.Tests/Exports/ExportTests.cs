using System.Text.Json;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Exports;

/// <summary>The graph as a bundle, and back.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exported_imported_into_an_empty_graph_and_exported_again_it_is_the_same_to_the_byte()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        await graph.WriteAsync(async edit => edit.Add(new Graph.Citations.Citation
        {
            SubjectId = (await edit.Context.Meetings.OrderBy(m => m.Id).FirstAsync()).Id,
            ArticleId = (await edit.Context.SourceArticles.SingleAsync(a => a.Slug == "report-madrid-2025-en")).Id,
            Locator = "last page", Field = "status", Value = "PLANNED", Confidence = 0.25, AssertedBy = "anna",
        }));
        var first = await ExportAsync(graph, "first.jsonl");
        await using var other = await TestGraph.CreateWithCountriesAsync();

        var source = await BundleSource.OpenAsync(first, null, null, default);
        var report = await new Importer(other.Writer).RunAsync(source, new ImportOptions { IsStrict = true }, default);

        Assert.Equal(0, report.Rejected);
        Assert.Equal(await File.ReadAllTextAsync(first), await File.ReadAllTextAsync(await ExportAsync(other, "second.jsonl")));
        Assert.Equal("PLANNED", await other.ReadAsync(c => c.Claims.Select(claim => claim.Value).SingleAsync()));
    }

    [Fact]
    public async Task An_import_of_its_own_export_changes_nothing()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var path = await ExportAsync(graph, "graph.jsonl");

        var report = await new Importer(graph.Writer).RunAsync(await BundleSource.OpenAsync(path, null, null, default), new ImportOptions { IsStrict = true }, default);

        Assert.Equal((0, 0, 0, 2L), (report.Created, report.Updated, report.Claimed, report.Version));
    }

    [Fact]
    public async Task What_is_retracted_or_merged_into_another_is_left_out()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(async edit =>
        {
            var (anna, ann, bert) = (edit.Add(new Official { Slug = "anna" }), edit.Add(new Official { Slug = "ann" }), edit.Add(new Official { Slug = "bert" }));
            await edit.SaveAsync(default);
            await edit.MergeAsync(ann.Id, anna.Id, default);
            await edit.RetractAsync(bert.Id, default);
        });

        var lines = await File.ReadAllLinesAsync(await ExportAsync(graph, "graph.jsonl"));

        Assert.Equal(["anna"], lines.Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("slug").GetString()));
    }

    private async Task<string> ExportAsync(TestGraph graph, string name)
    {
        var path = _folder.File(name);
        await using var file = File.Create(path);
        await new BundleExport(graph.Storage).WriteAsync(file, null, default);
        return path;
    }
}
