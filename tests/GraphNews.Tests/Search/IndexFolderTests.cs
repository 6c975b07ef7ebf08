using GraphNews.Graph.Errors;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Search;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Search;

/// <summary>An index that is kept in a folder between starts is used again only if it fits.</summary>
public sealed class IndexFolderTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestGraph _graph = null!;

    private SearchOptions Options => new() { Folder = Path.Combine(_folder.Path, "index") };

    public async Task InitializeAsync() => _graph = await TestGraph.CreateWithSampleAsync();

    public async Task DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_start_goes_on_where_the_last_one_ended_and_finds_what_was_written_between()
    {
        Assert.Equal("there was none", await StartAsync(_graph));
        await _graph.WriteAsync(Newcomer);

        using var index = SearchIndex.Open(Options, TimeProvider.System);
        Assert.Null(await new IndexUpdates(_graph.Storage, index).CatchUpAsync(default));
        Assert.Equal(["Official"], Find(index, "Newcomer"));
        Assert.Equal(["Official"], Find(index, "Hammouchi", NodeKind.Official));
    }

    [Fact]
    public async Task An_index_of_an_older_format_is_built_anew()
    {
        using (var index = SearchIndex.Open(Options, TimeProvider.System))
        {
            await new IndexUpdates(_graph.Storage, index).CatchUpAsync(default);
            index.Show(index.Committed! with { Format = "0/0" });
        }

        Assert.Equal("it had the format of another release", await StartAsync(_graph));
        Assert.Null(await StartAsync(_graph));
    }

    [Fact]
    public async Task An_index_of_another_graph_is_built_anew()
    {
        await using var other = await TestGraph.CreateAsync();
        await TestWorld.CreateAsync(other);
        await other.WriteAsync(Newcomer);
        await StartAsync(_graph);

        Assert.Equal("it was of another graph", await StartAsync(other));
        using var index = SearchIndex.Open(Options, TimeProvider.System);
        await new IndexUpdates(other.Storage, index).CatchUpAsync(default);
        Assert.Empty(Find(index, "Hammouchi"));
    }

    [Fact]
    public async Task An_index_that_is_ahead_of_a_graph_that_was_put_back_is_built_anew()
    {
        await using var before = await TestGraph.CreateWithSampleAsync();
        await _graph.WriteAsync(Newcomer);
        await StartAsync(_graph);

        Assert.Equal("it was ahead of the graph", await StartAsync(before));
    }

    [Fact]
    public async Task A_broken_index_is_built_anew()
    {
        await StartAsync(_graph);
        foreach (var file in Directory.GetFiles(Options.Folder, "segments_*")) await File.WriteAllTextAsync(file, "no index");

        Assert.Equal("there was none", await StartAsync(_graph));
    }

    [Fact]
    public void A_folder_that_another_server_uses_is_refused_with_what_to_do()
    {
        using var first = SearchIndex.Open(Options, TimeProvider.System);

        var refusal = Assert.Throws<GraphStartupException>(() => SearchIndex.Open(Options, TimeProvider.System).Dispose());
        Assert.Contains("Search:Folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_at_any_moment_leaves_a_folder_that_can_be_used_again()
    {
        for (var i = 0; i < 5; i++)
        {
            using var answers = new GraphAnswers(_graph.Storage, search: Options with { Patience = TimeSpan.FromMilliseconds(i * 20) });
            await answers.CodesAsync("{ search(text: \"Hammouchi\") { totalCount } }");
        }

        using var patient = new GraphAnswers(_graph.Storage, search: Options with { Patience = GraphAnswers.Patience });
        var data = await patient.DataAsync("{ search(text: \"Hammouchi\", kinds: [OFFICIAL]) { totalCount } }");
        Assert.Equal(1, data.GetProperty("search").GetProperty("totalCount").GetInt32());
    }

    private static void Newcomer(Graph.Changes.GraphEdit edit)
        => edit.Add(new Name { SubjectId = edit.Add(new Official()).Id, Value = "Newcomer", Language = "en", StatedBy = "test" });

    private static IReadOnlyList<string> Find(SearchIndex index, string text, params NodeKind[] kinds)
    {
        var view = index.Take()!;
        var query = new SearchQuery(SearchText.Of(text, index.Analysis, new SearchOptions()), index.Analysis, showsText: true).Of(kinds.Length > 0 ? kinds : ContentReader.Kinds, [], []);
        var hits = FoundHits.Find(view, query, null, 10).Hits;
        view.GiveBack();
        return [.. hits.Select(hit => hit.Content.Kind.ToString())];
    }

    /// <summary>Why the index had to be built; null if it could be used.</summary>
    private async Task<string?> StartAsync(TestGraph graph)
    {
        using var index = SearchIndex.Open(Options, TimeProvider.System);
        return (await new IndexUpdates(graph.Storage, index).CatchUpAsync(default))?.Reason;
    }
}
