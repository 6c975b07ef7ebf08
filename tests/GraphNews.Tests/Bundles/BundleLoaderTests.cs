using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Bundles;

public sealed class BundleLoaderTests : IDisposable
{
    private const string Header = """{"format":"graphnews-bundle","version":1}""";
    private const string Page = """{"type":"SourceArticle","slug":"page","title":"Page","text":"They met. They met again in Rabat."}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_may_point_at_records_further_down_by_slug_key_and_identifier()
    {
        await using var graph = await TestGraph.CreateAsync();

        var version = await LoadAsync(
            graph,
            """{"type":"Tenure","official":{"key":"anna"},"post":{"scheme":"wikidata","value":"Q1"},"statedBy":"x"}""",
            """{"type":"Post","agency":"ministry","identifiers":[{"scheme":"wikidata","value":"Q1"}]}""",
            """{"type":"Official","key":"anna","names":[{"value":"Anna","language":"en","statedBy":"x"}]}""",
            """{"type":"Agency","slug":"ministry"}""");

        await using var context = graph.Storage.CreateContext();
        Assert.Equal(1, version);
        var tenure = await context.Tenures.Include(t => t.Official).Include(t => t.Post.Agency).SingleAsync();
        Assert.Equal(("anna", "ministry"), (tenure.Official.Slug, tenure.Post.Agency!.Slug));
        Assert.Equal("loader", (await context.Changes.SingleAsync()).Actor);
    }

    [Fact]
    public async Task Records_may_point_at_what_the_graph_has_by_slug_identifier_code_and_id()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await LoadAsync(graph, """{"type":"Agency","slug":"ministry","identifiers":[{"scheme":"wikidata","value":"Q1"}]}""");
        await using var context = graph.Storage.CreateContext();
        var id = (await context.Agencies.SingleAsync()).Id;

        await LoadAsync(
            graph,
            """{"type":"Agency","slug":"a","parent":"ministry","country":{"code":"MA"}}""",
            """{"type":"Agency","slug":"b","parent":{"scheme":"wikidata","value":"Q1"},"country":"morocco"}""",
            $$$"""{"type":"Agency","slug":"c","parent":{"id":{{{id}}}}}""");

        var loaded = await context.Agencies.Where(agency => agency.Id != id).OrderBy(agency => agency.Slug)
            .Select(agency => new { agency.ParentId, agency.Country!.Code }).ToListAsync();
        Assert.All(loaded, agency => Assert.Equal(id, agency.ParentId));
        Assert.Equal(["MA", "MA", null], loaded.Select(agency => agency.Code));
    }

    [Fact]
    public async Task Quotes_are_found_in_the_text_of_their_article()
    {
        await using var graph = await TestGraph.CreateAsync();

        await LoadAsync(
            graph,
            Page,
            """{"type":"Place","slug":"rabat","citations":[{"article":"page","quote":"in Rabat"},{"article":"page","quote":"They met","start":10}]}""");
        await LoadAsync(graph, """{"type":"Place","slug":"later","citations":[{"article":"page","quote":"again"}]}""");

        await using var context = graph.Storage.CreateContext();
        var text = (await context.SourceArticles.SingleAsync()).Text!;
        var citations = await context.Citations.OrderBy(citation => citation.Id).ToListAsync();
        Assert.Equal([("in Rabat", 25), ("They met", 10), ("again", 19)], citations.Select(citation => (citation.Quote, citation.Start!.Value)));
        Assert.All(citations, citation => Assert.Equal(citation.Quote, text[citation.Start!.Value..citation.End!.Value]));
        Assert.All(citations, citation => Assert.Equal("loader", citation.AssertedBy));
    }

    [Theory]
    [InlineData("""{"type":"Place","parent":"nowhere"}""", "The field parent points at 'nowhere', which is neither in the bundle nor in the graph")]
    [InlineData("""{"type":"Place","parent":{"key":"x"}}""", "points at key 'x', which is neither")]
    [InlineData("""{"type":"Place","country":{"code":"ZZ"}}""", "points at code 'ZZ', which is neither")]
    [InlineData("""{"type":"Place","parent":{"id":99}}""", "points at id 99, which is neither")]
    [InlineData("""{"type":"Place","parent":"page"}""", "points at 'page', which is of type SourceArticle; Place is wanted")]
    [InlineData("""{"type":"Place","slug":"page"}""", "The 'page' is taken by the record in line 2")]
    [InlineData("""{"type":"Place","citations":[{"article":"page","quote":"They met"}]}""", "citations[0]: The quote stands in the article's text more than once")]
    [InlineData("""{"type":"Place","citations":[{"article":"page","quote":"they parted"}]}""", "citations[0]: The quote does not stand in the article's text")]
    [InlineData("""{"type":"Place","citations":[{"article":"silent","quote":"x"}]}""", "has no text, so nothing can be quoted from it")]
    [InlineData("""{"type":"Place","parent":5}""", "has to be a reference")]
    public async Task One_wrong_record_keeps_the_whole_bundle_out(string record, string reason)
    {
        await using var graph = await TestGraph.CreateAsync();

        var error = await Assert.ThrowsAsync<BundleException>(
            () => LoadAsync(graph, Page, """{"type":"SourceArticle","slug":"silent","title":"Silent"}""", record));

        Assert.Equal(4, error.Line);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        await using var context = graph.Storage.CreateContext();
        Assert.Equal(0, await context.Nodes.CountAsync());
        Assert.Equal(0, (await context.GraphStates.SingleAsync()).Version);
    }

    [Fact]
    public async Task A_slug_that_the_graph_has_is_not_taken_again()
    {
        await using var graph = await TestGraph.CreateAsync();
        await LoadAsync(graph, """{"type":"Place","slug":"rabat"}""");

        var error = await Assert.ThrowsAsync<BundleException>(
            () => LoadAsync(graph, """{"type":"Place","slug":"fes"}""", """{"type":"Place","slug":"rabat"}"""));

        Assert.Equal(3, error.Line);
        Assert.Contains("The slug 'rabat' is taken", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_graph_itself_refuses_is_told_with_the_file()
    {
        await using var graph = await TestGraph.CreateAsync();
        var name = new string('x', 401);

        var error = await Assert.ThrowsAsync<BundleException>(
            () => LoadAsync(graph, $$"""{"type":"Place","names":[{"value":"{{name}}","statedBy":"x"}]}"""));

        Assert.Equal(0, error.Line);
        Assert.StartsWith($"{error.File}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most 400 characters", error.Reason, StringComparison.Ordinal);
    }

    private async Task<long> LoadAsync(TestGraph graph, params string[] records)
    {
        var path = _folder.File("bundle.jsonl");
        await File.WriteAllLinesAsync(path, records.Prepend(Header));
        return await BundleLoader.LoadAsync(path, graph.Writer, new ChangeOrigin("loader"), default);
    }
}
