using GraphNews.Graph.Errors;
using GraphNews.Graph.Names;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Names;

public sealed class NameRebuildTests
{
    [Fact]
    public async Task Names_and_sort_names_of_older_rules_are_derived_again()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var right = await graph.DumpAsync();
        await FoldAsByOlderRulesAsync(graph);
        Assert.NotEqual(right, await graph.DumpAsync());

        Assert.True(await RebuildAsync(graph));

        Assert.Equal(right, await graph.DumpAsync());
        Assert.Equal(NameFolding.Version, await graph.ReadAsync(c => c.GraphStates.Select(s => s.FoldingVersion).SingleAsync()));
    }

    [Fact]
    public async Task A_rebuild_is_versions_of_at_most_a_thousand_rows_each_without_entries()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var before = await graph.ReadAsync(c => c.GraphStates.Select(s => s.Version).SingleAsync());
        await FoldAsByOlderRulesAsync(graph);

        await RebuildAsync(graph);

        var (names, entities) = await graph.ReadAsync(async c => (await c.Names.CountAsync(), await c.Slugs.CountAsync()));
        var changes = await graph.ReadAsync(c => c.Changes.Where(change => change.Version > before).ToListAsync());
        Assert.True(changes.Count >= 1 + (names / NameRebuild.RowsAtOnce), $"{names} names, {entities} entities, {changes.Count} versions");
        Assert.All(changes, change => Assert.Equal(NameRebuild.Actor, change.Actor));
        Assert.False(await graph.ReadAsync(c => c.ChangeEntries.AnyAsync(entry => entry.Version > before)));
        Assert.Equal(before + changes.Count, await graph.ReadAsync(c => c.GraphStates.Select(s => s.Version).SingleAsync()));
    }

    [Fact]
    public async Task A_rebuild_that_was_broken_off_goes_on_where_names_are_still_old()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var right = await graph.DumpAsync();
        await FoldAsByOlderRulesAsync(graph);
        var last = await graph.ReadAsync(c => c.Names.MaxAsync(n => n.Id));
        await RebuildAsync(graph);
        await graph.Storage.WriteAsync(
            async (c, cancel) =>
            {
                await c.GraphStates.ExecuteUpdateAsync(s => s.SetProperty(g => g.FoldingVersion, NameFolding.Version - 1), cancel);
                return await c.Names.Where(n => n.Id == last).ExecuteUpdateAsync(
                    s => s.SetProperty(n => n.Folded, "old").SetProperty(n => n.FoldingVersion, NameFolding.Version - 1), cancel) == 1;
            },
            default);
        var before = await graph.ReadAsync(c => c.GraphStates.Select(s => s.Version).SingleAsync());

        await RebuildAsync(graph);

        Assert.Equal(right, await graph.DumpAsync());
        Assert.Equal(2, await graph.ReadAsync(c => c.Changes.CountAsync(change => change.Version > before)));
    }

    [Fact]
    public async Task Names_that_are_up_to_date_are_left_alone()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        Assert.False(await RebuildAsync(graph));
        Assert.False(await graph.ReadAsync(c => c.Changes.AnyAsync(change => change.Actor == NameRebuild.Actor)));
    }

    [Fact]
    public async Task Names_of_later_rules_are_not_touched()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.Storage.WriteAsync(
            async (c, cancel) => await c.GraphStates.ExecuteUpdateAsync(s => s.SetProperty(g => g.FoldingVersion, NameFolding.Version + 1), cancel) == 1, default);
        var error = await Assert.ThrowsAsync<GraphStartupException>(() => RebuildAsync(graph));
        Assert.Contains("Start the later release", error.Message, StringComparison.Ordinal);
    }

    private static Task<bool> RebuildAsync(TestGraph graph) => new NameRebuild(graph.Storage, graph.Writer).RunAsync(default);

    private static Task FoldAsByOlderRulesAsync(TestGraph graph)
        => graph.Storage.WriteAsync(
            async (c, cancel) =>
            {
                const int old = NameFolding.Version - 1;
                await c.Names.ExecuteUpdateAsync(
                    s => s.SetProperty(n => n.Folded, "old").SetProperty(n => n.Loose, "old").SetProperty(n => n.Skeleton, "old").SetProperty(n => n.FoldingVersion, old),
                    cancel);
                await c.Officials.ExecuteUpdateAsync(s => s.SetProperty(o => o.SortName, "old"), cancel);
                await c.Meetings.ExecuteUpdateAsync(s => s.SetProperty(o => o.SortName, "old"), cancel);
                await c.SourceArticles.ExecuteUpdateAsync(s => s.SetProperty(o => o.SortName, "old"), cancel);
                return await c.GraphStates.ExecuteUpdateAsync(s => s.SetProperty(g => g.FoldingVersion, old), cancel) == 1;
            },
            default);
}
