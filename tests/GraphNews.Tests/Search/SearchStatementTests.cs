using GraphNews.Graph.Changes;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Walk;

namespace GraphNews.Tests.Search;

public sealed class SearchStatementTests
{
    [Fact]
    public async Task A_search_costs_the_version_one_statement_for_each_kind_and_one_for_each_edge_however_many_hits()
    {
        await using var graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 1000, meetingsOfTheOfficial: 3).WriteToAsync(graph.Storage);
        var traced = new TracedStorage(graph.Storage);
        using var answers = new GraphAnswers(traced, changes: new ChangeOptions { PollInterval = TimeSpan.FromHours(1) });
        await answers.DataAsync("{ search(text: \"1\") { totalCount } }");
        traced.Take();

        foreach (var hits in new[] { 2, 12 })
        {
            var data = await answers.DataAsync(
                $$"""
                {
                  search(text: "1", kinds: [OFFICIAL, AGENCY], first: {{hits}}) {
                    totalCount
                    nodes { node { slug name ... on Official { meetings(first: 2) { nodes { slug } } } } rule highlights { snippet } }
                  }
                }
                """);

            Assert.Equal(hits, data.GetProperty("search").GetProperty("nodes").GetArrayLength());
            Assert.Equal(4, traced.Take().Count);
        }
    }
}
