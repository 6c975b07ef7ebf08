using GraphNews.Graph.Imports;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Imports;

/// <summary>The same fact told by two sources.</summary>
public sealed class SharedFactTests : IDisposable
{
    private static readonly string[] World =
    [
        """{"type":"SourceArticle","slug":"page","title":"Page"}""", """{"type":"Official","slug":"anna"}""", """{"type":"Agency","slug":"ministry"}""",
        """{"type":"Post","slug":"chief","agency":"ministry"}""", """{"type":"Meeting","slug":"talks"}""", """{"type":"Agreement","slug":"treaty"}""",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"type":"Participation","meeting":"talks","official":"anna","role":"HOST",CITED}""", """{"type":"Participation","meeting":"talks","official":"anna","agency":"ministry",CITED}""")]
    [InlineData("""{"type":"Participation","meeting":"talks","agency":"ministry","nameAsWritten":"A.",CITED}""", """{"type":"Participation","meeting":"talks","agency":"ministry","nameAsWritten":"A.","role":"GUEST",CITED}""")]
    [InlineData("""{"type":"Tenure","official":"anna","post":"chief","from":"2020",CITED}""", """{"type":"Tenure","official":"anna","post":"chief","from":"2020","status":"CURRENT",CITED}""")]
    [InlineData("""{"type":"AgreementParty","agreement":"treaty","agency":"ministry",CITED}""", """{"type":"AgreementParty","agreement":"treaty","agency":"ministry","signatory":"anna",CITED}""")]
    public async Task Two_sources_that_say_the_same_make_one_fact_with_the_citations_of_both(string first, string second)
    {
        await using var graph = await TestGraph.CreateAsync();
        var (one, two) = (new Bundle(_folder, "one"), new Bundle(_folder, "two"));
        await one.ImportAsync(graph, [.. World, Cited(first, "line 1")]);

        var report = await two.ImportAsync(graph, Cited(second, "line 2"));

        Assert.Equal((0, 1, 0), (report.Created, report.Updated, report.Rejected));
        var fact = Assert.Single(two.Of(ImportOutcome.Updated)).NodeId;
        await using var context = graph.Storage.CreateContext();
        Assert.Equal(["import:one", "import:two"], await context.Citations.Where(c => c.SubjectId == fact).OrderBy(c => c.AssertedBy).Select(c => c.AssertedBy).ToListAsync());
        Assert.False(await context.Disputes.AnyAsync());
        var version = (await context.GraphStates.SingleAsync()).Version;
        Assert.Equal(version, (await one.ImportAsync(graph)).Version);
        Assert.Equal(version, (await two.ImportAsync(graph)).Version);
    }

    [Theory]
    [InlineData("""{"type":"Participation","meeting":"talks","official":"anna","role":"HOST",CITED}""", """{"type":"Participation","meeting":"talks","official":"anna","role":"GUEST",CITED}""")]
    [InlineData("""{"type":"Participation","meeting":"talks","agency":"ministry","nameAsWritten":"A.",CITED}""", """{"type":"Participation","meeting":"talks","agency":"ministry","nameAsWritten":"B.",CITED}""")]
    [InlineData("""{"type":"Tenure","official":"anna","post":"chief","from":"2020",CITED}""", """{"type":"Tenure","official":"anna","post":"chief","from":"2023",CITED}""")]
    public async Task Two_that_say_otherwise_make_two(string first, string second)
    {
        await using var graph = await TestGraph.CreateAsync();
        await new Bundle(_folder, "one").ImportAsync(graph, [.. World, Cited(first, "line 1")]);

        var report = await new Bundle(_folder, "two").ImportAsync(graph, Cited(second, "line 2"));

        Assert.Equal((1, 0), (report.Created, report.Updated));
    }

    [Fact]
    public async Task What_one_source_says_twice_stays_two()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder, "one");
        var fact = """{"type":"Participation","key":"KEY","meeting":"talks","official":"anna",CITED}""";
        await bundle.ImportAsync(graph, [.. World, Cited(fact.Replace("KEY", "a", StringComparison.Ordinal), "line 1")]);

        var report = await bundle.ImportAsync(
            graph, [.. World, Cited(fact.Replace("KEY", "a", StringComparison.Ordinal), "line 1"), Cited(fact.Replace("KEY", "b", StringComparison.Ordinal), "line 2")]);

        Assert.Equal((1, 0), (report.Created, report.Updated));
    }

    private static string Cited(string fact, string locator)
        => fact.Replace("CITED", $$"""
            "citations":[{"article":"page","locator":"{{locator}}"}]
            """.Trim(), StringComparison.Ordinal);
}
