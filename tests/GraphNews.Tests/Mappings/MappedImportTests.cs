using GraphNews.Graph.Bundles;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Mappings;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Mappings;

/// <summary>What a mapping makes, in the graph.</summary>
public sealed class MappedImportTests : IDisposable
{
    private const string Records =
        """
        - type: Official
          key: person:{person}
          names: { value: "{name}", language: en }
          where: { column: name, empty: false }
        - type: Post
          key: post:{post}
          names: { value: "{title}", language: en }
          where: { column: title, empty: false }
        - type: Tenure
          key: tenure:{id}
          fields:
            official: { key: "person:{person}" }
            post: { key: "post:{post}" }
            from: { column: from, date: dd-MM-yyyy }
            status: CURRENT
        """;

    private const string Rows = "id,person,name,post,title,from\n1,a,Anna,m,Minister,01-02-2025\n2,a,,m,,30-02-2025\n";

    private readonly MappedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_fact_names_its_file_and_row_and_a_second_run_changes_nothing()
    {
        await using var graph = await TestGraph.CreateAsync();
        _folder.Map(Records).Write("rows.csv", Rows.Replace("30-02", "28-02", StringComparison.Ordinal));

        var first = await ImportAsync(graph);
        var second = await ImportAsync(graph);

        Assert.Equal((5, 0), (first.Created, first.Rejected));
        Assert.Equal((0, 0, 5, first.Version), (second.Created, second.Updated, second.Unchanged, second.Version));
        Assert.Equal(
            ["rows.csv, row 1", "rows.csv, row 2"],
            await graph.ReadAsync(context => context.Tenures.OrderBy(tenure => tenure.Id)
                .Select(tenure => context.Citations.Single(citation => citation.SubjectId == tenure.Id).Locator!).ToListAsync()));
    }

    [Fact]
    public async Task A_row_that_changed_changes_its_fact_and_a_row_that_is_gone_is_listed()
    {
        await using var graph = await TestGraph.CreateAsync();
        _folder.Map(Records).Write("rows.csv", Rows.Replace("30-02", "28-02", StringComparison.Ordinal));
        await ImportAsync(graph);

        _folder.Write("rows.csv", "id,person,name,post,title,from\n1,a,Anna,m,Minister,03-02-2025\n");
        var report = await ImportAsync(graph);

        Assert.Equal((1, 1, 0), (report.Updated, report.Vanished, report.Retracted));
        Assert.Contains("2025-02-03", await graph.ReadAsync(context => context.Tenures.Select(tenure => tenure.From.Text).ToListAsync()));
    }

    [Fact]
    public async Task What_was_rejected_can_be_mended_and_imported_as_a_bundle_of_the_same_source()
    {
        await using var graph = await TestGraph.CreateAsync();
        _folder.Map(Records).Write("rows.csv", Rows);
        var rejects = _folder.Mapping + ".rejects.jsonl";
        var told = new List<string>();
        var first = await ImportAsync(graph, rejects);

        await File.WriteAllTextAsync(rejects, (await File.ReadAllTextAsync(rejects)).Replace("30-02-2025\"", "2025-02-28\"", StringComparison.Ordinal));
        var mended = await new Importer(graph.Writer).RunAsync(await BundleSource.OpenAsync(rejects, null, null, default), new ImportOptions { Item = item => told.Add($"{item.Outcome}: {item.Detail}") }, default);
        _folder.Write("rows.csv", Rows.Replace("30-02", "28-02", StringComparison.Ordinal));
        var second = await ImportAsync(graph);

        Assert.Equal((4, 1), (first.Created, first.Rejected));
        Assert.Equal(["Created: "], told);
        Assert.Equal((0, 0, mended.Version), (second.Created, second.Updated, second.Version));
        Assert.Equal(
            ["2025-02-01", "2025-02-28"],
            await graph.ReadAsync(context => context.Tenures.OrderBy(tenure => tenure.Id).Select(tenure => tenure.From.Text).ToListAsync()));
        Assert.True(await graph.ReadAsync(context => context.Tenures.AllAsync(tenure => tenure.Status == TenureStatus.Current)));
    }

    private async Task<ImportReport> ImportAsync(TestGraph graph, string? rejects = null)
        => await new Importer(graph.Writer).RunAsync(
            CsvRecordSource.Open(_folder.Mapping), new ImportOptions { RejectsPath = rejects }, CancellationToken.None);
}
