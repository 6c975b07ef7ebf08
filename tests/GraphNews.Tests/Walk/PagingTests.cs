using System.Text.Json;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Walk;

public sealed class PagingTests : IAsyncLifetime
{
    private TestGraph _graph = null!;
    private GraphAnswers _answers = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 600, meetingsOfTheOfficial: 37).WriteToAsync(_graph.Storage);
        _answers = new GraphAnswers(_graph.Storage);
    }

    public async Task DisposeAsync()
    {
        _answers.Dispose();
        await _graph.DisposeAsync();
    }

    [Theory]
    [InlineData("[{ starts: ASC }]")]
    [InlineData("[{ starts: DESC }]")]
    [InlineData("[{ kind: ASC }, { starts: DESC }]")]
    [InlineData("[{ host: { slug: DESC } }]")]
    [InlineData("[{ place: { country: { code: ASC } } }, { kind: DESC }]")]
    [InlineData("[{ parent: { starts: ASC } }]")]
    [InlineData("[{ name: { language: \"en\", direction: DESC } }]")]
    [InlineData("[{ updatedVersion: ASC }]")]
    [InlineData("[]")]
    public async Task Pages_forward_and_backward_hold_each_row_once_in_the_order_of_the_whole_list(string order)
    {
        var whole = await PageAsync($"first: 100, order: {order}");
        var all = Slugs(whole);
        Assert.Equal(37, all.Count);

        var forward = new List<string>();
        for (JsonElement? page = null; page?.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() != false;)
        {
            var after = page is null ? "" : $", after: \"{page.Value.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"";
            page = await PageAsync($"first: 5, order: {order}{after}");
            Assert.Equal(forward.Count > 0, page.Value.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            forward.AddRange(Slugs(page.Value));
        }

        var backward = new List<string>();
        for (JsonElement? page = null; page?.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean() != false;)
        {
            var before = page is null ? "" : $", before: \"{page.Value.GetProperty("pageInfo").GetProperty("startCursor").GetString()}\"";
            page = await PageAsync($"last: 4, order: {order}{before}");
            Assert.Equal(backward.Count > 0, page.Value.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
            backward.InsertRange(0, Slugs(page.Value));
        }

        Assert.Equal(all, forward);
        Assert.Equal(all, backward);
    }

    [Fact]
    public async Task A_page_of_many_parents_is_the_page_of_each()
    {
        const string Below = "meetings(first: 3, order: [{ starts: DESC }]) { totalCount pageInfo { hasNextPage } nodes { slug } }";
        var together = await _answers.DataAsync($"{{ officials(first: 12) {{ nodes {{ slug {Below} }} }} }}");
        foreach (var official in together.GetProperty("officials").GetProperty("nodes").EnumerateArray())
        {
            var alone = await _answers.DataAsync($"{{ official(slug: \"{official.GetProperty("slug").GetString()}\") {{ slug {Below} }} }}");
            Assert.Equal(official.ToString(), alone.GetProperty("official").ToString());
        }
    }

    [Fact]
    public async Task An_empty_page_tells_of_the_rows_around_it()
    {
        var page = await PageAsync("first: 0");
        Assert.Empty(Slugs(page));
        Assert.True(page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("pageInfo").GetProperty("endCursor").ValueKind);
    }

    [Theory]
    [InlineData("first: -1", "BAD_ARGUMENTS")]
    [InlineData("first: 101", "BAD_ARGUMENTS")]
    [InlineData("last: 101", "BAD_ARGUMENTS")]
    [InlineData("first: 1, last: 1", "BAD_ARGUMENTS")]
    [InlineData("first: 1, after: \"nonsense\"", "INVALID_CURSOR")]
    [InlineData("first: 1, after: \"W10\"", "INVALID_CURSOR")]
    [InlineData("first: 1, before: \"\"", "INVALID_CURSOR")]
    public async Task Arguments_that_make_no_page_are_refused_with_their_code(string arguments, string code)
        => Assert.Equal([code], await _answers.CodesAsync($"{{ official(slug: \"the-official\") {{ meetings({arguments}) {{ nodes {{ slug }} }} }} }}"));

    [Theory]
    [InlineData("participations(first: 1, after: \"$\") { nodes { id } }")]
    [InlineData("meetings(first: 1, after: \"$\", order: [{ starts: DESC }]) { nodes { id } }")]
    [InlineData("meetings(first: 1, after: \"$\", where: { kind: { eq: VISIT } }) { nodes { id } }")]
    public async Task A_cursor_of_another_list_order_or_filter_is_refused(string field)
    {
        var cursor = (await PageAsync("first: 1")).GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        Assert.Equal(
            ["INVALID_CURSOR"],
            await _answers.CodesAsync($"{{ official(slug: \"the-official\") {{ {field.Replace("$", cursor, StringComparison.Ordinal)} }} }}"));
    }

    private static List<string> Slugs(JsonElement page)
        => [.. page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("slug").GetString()!)];

    private async Task<JsonElement> PageAsync(string arguments)
    {
        var data = await _answers.DataAsync(
            $"{{ official(slug: \"the-official\") {{ meetings({arguments}) {{ " +
            "edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }");
        return data.GetProperty("official").GetProperty("meetings");
    }
}
