using System.Text.Json;
using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Articles;

public sealed class ArticleFactTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Fact]
    public async Task An_article_shows_each_fact_once_with_quotes_that_stand_in_its_text()
    {
        var article = await ArticleAsync("slug facts(first: 100) { totalCount nodes { start subject { __typename id } citations(first: 100) { id quote start end } } } supports { totalCount }");
        var text = await sample.TextOfAsync(article.GetProperty("slug").GetString()!);
        var facts = article.GetProperty("facts").GetProperty("nodes").EnumerateArray().ToList();

        Assert.True(facts.Count > 5, $"{facts.Count} facts are few");
        Assert.Equal(facts.Count, article.GetProperty("facts").GetProperty("totalCount").GetInt32());
        Assert.Equal(facts.Count, facts.Select(fact => fact.GetProperty("subject").GetProperty("id").GetString()).Distinct().Count());
        var starts = facts.Select(fact => fact.GetProperty("start").GetInt32()).ToList();
        Assert.Equal(starts.Order(), starts);
        var citations = facts.SelectMany(fact => fact.GetProperty("citations").EnumerateArray()).ToList();
        Assert.All(citations, citation => Assert.Equal(citation.GetProperty("quote").GetString(), text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]));
        Assert.Equal(article.GetProperty("supports").GetProperty("totalCount").GetInt32(), citations.Select(citation => citation.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Facts_come_page_by_page_and_by_kind()
    {
        var whole = Ids((await ArticleAsync("facts(first: 100, kinds: [PARTICIPATION, MEETING]) { nodes { subject { __typename id } } }")).GetProperty("facts"));
        Assert.True(whole.Count > 3, $"{whole.Count} are too few for pages");

        var paged = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await ArticleAsync($"facts(first: 2, kinds: [PARTICIPATION, MEETING]{(after is null ? "" : $", after: \"{after}\"")}) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ subject {{ id }} }} }}")).GetProperty("facts");
            paged.AddRange(Ids(page));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(whole, paged);
    }

    private static List<string> Ids(JsonElement facts)
        => [.. facts.GetProperty("nodes").EnumerateArray().Select(fact => fact.GetProperty("subject").GetProperty("id").GetString()!)];

    private async Task<JsonElement> ArticleAsync(string fields)
    {
        var meeting = await sample.Answers.DataAsync("{ meeting(slug: \"madrid-trilateral-2025-01\") { citations(first: 1) { nodes { article { slug } } } } }");
        var slug = meeting.GetProperty("meeting").GetProperty("citations").GetProperty("nodes")[0].GetProperty("article").GetProperty("slug").GetString();
        return (await sample.Answers.DataAsync($"{{ article(slug: \"{slug}\") {{ {fields} }} }}")).GetProperty("article");
    }
}
