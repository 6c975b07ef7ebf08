using GraphNews.Graph.Bundles;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Imports;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.PostgreSql;

/// <summary>From the embedded file to a server, by a bundle.</summary>
public sealed class MovingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgreSqlFact]
    public async Task The_sample_is_the_same_bundle_on_both_products_to_the_byte()
    {
        await using var file = await GraphAsync(TestProduct.Sqlite, TestContent.Sample);
        await using var server = await GraphAsync(TestProduct.PostgreSql, TestContent.Sample);

        Assert.Equal(await ExportAsync(file), await ExportAsync(server));
    }

    [PostgreSqlFact]
    public async Task A_graph_that_moves_keeps_its_ids_and_all_that_its_export_holds()
    {
        await using var file = await GraphAsync(TestProduct.Sqlite, TestContent.Sample);
        await using var server = await GraphAsync(TestProduct.PostgreSql, TestContent.Countries);
        var bundle = _folder.File("graph.jsonl");
        await File.WriteAllBytesAsync(bundle, await ExportAsync(file));

        await new Importer(server.Writer).RunAsync(await BundleSource.OpenAsync(bundle, null, null, default), new ImportOptions { IsStrict = true }, default);

        Assert.Equal(await ExportAsync(file), await ExportAsync(server));
        var ids = await IdsAsync(file);
        Assert.True(ids.Count > 250, $"{ids.Count} slugs are few");
        Assert.Equal(ids, await IdsAsync(server));
    }

    private static Task<TestGraph> GraphAsync(TestProduct product, TestContent content)
    {
        TestDatabase.Product = product;
        return content == TestContent.Sample ? TestGraph.CreateWithSampleAsync() : TestGraph.CreateWithCountriesAsync();
    }

    private static async Task<byte[]> ExportAsync(TestGraph graph)
    {
        using var bundle = new MemoryStream();
        await new BundleExport(graph.Storage).WriteAsync(bundle, null, default);
        return bundle.ToArray();
    }

    private static Task<Dictionary<string, long>> IdsAsync(TestGraph graph)
        => graph.ReadAsync(context => context.Slugs.OrderBy(slug => slug.Value).ToDictionaryAsync(slug => slug.Value, slug => slug.NodeId));
}
