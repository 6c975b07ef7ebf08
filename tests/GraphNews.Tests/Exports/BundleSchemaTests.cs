using GraphNews.Graph.Exports;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;
using NJsonSchema;

namespace GraphNews.Tests.Exports;

/// <summary><c>schema/bundle.schema.json</c> says what a line of a bundle may be.</summary>
public sealed class BundleSchemaTests
{
    [Fact]
    public async Task Every_line_of_the_sample_fits()
        => await FitAsync(await File.ReadAllLinesAsync(Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl")));

    [Fact]
    public async Task Every_line_of_an_export_fits()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        using var bytes = new MemoryStream();
        await new BundleExport(graph.Storage).WriteAsync(bytes, null, default);

        await FitAsync(System.Text.Encoding.UTF8.GetString(bytes.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("""{"type":"Spy"}""")]
    [InlineData("""{"type":"Topic","nmaes":[]}""")]
    [InlineData("""{"type":"Meeting","kind":"Bilateral"}""")]
    [InlineData("""{"type":"Tenure","post":"x","statedBy":"a"}""")]
    [InlineData("""{"type":"Topic","slug":"Not a slug"}""")]
    public async Task A_line_that_the_import_refuses_does_not_fit(string line)
        => Assert.NotEmpty((await SchemaAsync()).Validate(line));

    private static async Task FitAsync(IReadOnlyList<string> lines)
    {
        var schema = await SchemaAsync();
        Assert.True(lines.Count > 50);
        Assert.All(lines, line => Assert.Empty(schema.Validate(line)));
    }

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(Path.Combine(SharedData.Repository, "schema", "bundle.schema.json"));
}
