using GraphNews.Graph.Imports;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Imports;

public sealed class ImportTests : IDisposable
{
    private const string Page = """{"type":"SourceArticle","slug":"page","title":"Page","text":"They met. They met again in Rabat."}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_may_point_at_records_further_down_by_slug_key_and_identifier()
    {
        await using var graph = await TestGraph.CreateAsync();

        var report = await LoadAsync(
            graph,
            """{"type":"Tenure","official":{"key":"anna"},"post":{"scheme":"wikidata","value":"Q1"},"statedBy":"x"}""",
            """{"type":"Post","agency":"ministry","identifiers":[{"scheme":"wikidata","value":"Q1"}]}""",
            """{"type":"Official","key":"anna","names":[{"value":"Anna","language":"en","statedBy":"x"}]}""",
            """{"type":"Agency","slug":"ministry"}""");

        await using var context = graph.Storage.CreateContext();
        Assert.Equal((4, 1L), (report.Created, report.Version));
        var tenure = await context.Tenures.Include(t => t.Official).Include(t => t.Post.Agency).SingleAsync();
        Assert.Equal(("anna", "ministry"), (tenure.Official.Slug, tenure.Post.Agency!.Slug));
        Assert.Equal("import:bundle", (await context.Changes.SingleAsync()).Actor);
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
        Assert.All(citations, citation => Assert.Equal("import:bundle", citation.AssertedBy));
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
    public async Task A_wrong_record_is_rejected_with_its_line_and_the_rest_comes_in(string record, string reason)
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);

        var report = await bundle.ImportAsync(graph, Page, """{"type":"SourceArticle","slug":"silent","title":"Silent"}""", record);

        Assert.Equal((2, 1), (report.Created, report.Rejected));
        var reject = Assert.Single(bundle.Of(ImportOutcome.Rejected));
        Assert.Equal((bundle.Path, 4), (reject.File, reject.Line));
        Assert.Contains(reason, reject.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_graph_itself_refuses_is_rejected_with_its_line()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        var name = new string('x', 401);

        var report = await bundle.ImportAsync(graph, Page, $$"""{"type":"Place","names":[{"value":"{{name}}","statedBy":"x"}]}""");

        Assert.Equal((1, 1), (report.Created, report.Rejected));
        Assert.Contains("at most 400 characters", Assert.Single(bundle.Of(ImportOutcome.Rejected)).Detail, StringComparison.Ordinal);
    }

    private Task<ImportReport> LoadAsync(TestGraph graph, params string[] records) => new Bundle(_folder).ImportAsync(graph, records);
}
