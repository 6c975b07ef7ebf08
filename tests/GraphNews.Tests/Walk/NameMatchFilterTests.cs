using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Walk;

public sealed class NameMatchFilterTests
{
    private const string Matches = "where: { name: { matches: \"Omar Radi\" } }";

    [Fact]
    public async Task A_name_may_be_that_of_a_thousand_and_no_more()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var answers = new GraphAnswers(graph.Storage);
        await AddAsync(graph, NameSearch.MostFound);

        var data = await answers.DataAsync($"{{ officials({Matches}) {{ totalCount }} }}");
        Assert.Equal(NameSearch.MostFound, data.GetProperty("officials").GetProperty("totalCount").GetInt32());

        await AddAsync(graph, 1);
        Assert.Equal(["TOO_MANY_MATCHES"], await answers.CodesAsync($"{{ officials({Matches}) {{ totalCount }} }}"));
    }

    [Fact]
    public async Task A_cursor_stays_good_when_others_of_the_name_are_written()
    {
        await using var graph = await TestGraph.CreateAsync();
        using var answers = new GraphAnswers(graph.Storage);
        await AddAsync(graph, 3);
        var page = (await answers.DataAsync($"{{ officials(first: 2, {Matches}) {{ pageInfo {{ endCursor }} }} }}")).GetProperty("officials");
        var cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        await AddAsync(graph, 1);

        var data = await answers.DataAsync($"{{ officials(after: \"{cursor}\", {Matches}) {{ nodes {{ id }} }} }}");

        Assert.Equal(2, data.GetProperty("officials").GetProperty("nodes").GetArrayLength());
        Assert.Equal(
            ["INVALID_CURSOR"],
            await answers.CodesAsync($"{{ officials(after: \"{cursor}\", {Matches.Replace("Omar", "Nasser", StringComparison.Ordinal)}) {{ totalCount }} }}"));
    }

    private static Task AddAsync(TestGraph graph, int officials)
        => graph.WriteAsync(edit =>
        {
            for (var i = 0; i < officials; i++)
            {
                var official = edit.Add(new Official { Slug = $"official-{Guid.NewGuid():N}" });
                edit.Add(new Name { SubjectId = official.Id, Value = i % 2 == 0 ? "Omar Radi" : "عمر الراضي", Language = "und", StatedBy = "test" });
            }
        });
}
