using GraphNews.Graph.Errors;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Identity;

public sealed class RetractionTests
{
    [Fact]
    public async Task Facts_and_links_of_a_retracted_entity_hide_with_it_and_other_entities_stay()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var version = await graph.WriteAsync(edit => edit.RetractAsync(world.Official, default));

        var ofOfficial = await graph.ReadAsync(c => c.Nodes.Where(n => n.RetractedVersion == version).Select(n => n.Id).ToListAsync());
        Assert.Equal([world.Official], ofOfficial);
        var hidden = await HiddenAsync(graph);
        Assert.All(
            [world.Official, world.Tenure, world.Participation, world.Capacity],
            id => Assert.Equal(version, hidden[id]));
        Assert.All(
            [world.Meeting, world.Agency, world.Post, world.Party, world.MeetingTopic, world.Agreement, world.Article],
            id => Assert.Null(hidden[id]));

        // With the facts go their citations; with the official the name and the identifier.
        Assert.Equal([world.Party], await graph.ReadAsync(c => c.Citations.Where(x => x.HiddenSince == null).Select(x => x.SubjectId).ToListAsync()));
        Assert.Equal(0, await graph.ReadAsync(c => c.Names.CountAsync(n => n.HiddenSince == null)));
        Assert.Equal(0, await graph.ReadAsync(c => c.Identifiers.CountAsync(i => i.HiddenSince == null)));
    }

    [Theory]
    [InlineData(nameof(TestWorld.Official))]
    [InlineData(nameof(TestWorld.Agency))]
    [InlineData(nameof(TestWorld.Meeting))]
    [InlineData(nameof(TestWorld.Post))]
    [InlineData(nameof(TestWorld.Topic))]
    [InlineData(nameof(TestWorld.Place))]
    [InlineData(nameof(TestWorld.Country))]
    [InlineData(nameof(TestWorld.Agreement))]
    [InlineData(nameof(TestWorld.Tenure))]
    [InlineData(nameof(TestWorld.Participation))]
    public async Task Restoring_brings_back_exactly_what_was(string kind)
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var id = (long)typeof(TestWorld).GetProperty(kind)!.GetValue(world)!;
        var before = await graph.DumpAsync();

        await graph.WriteAsync(edit => edit.RetractAsync(id, default));
        Assert.NotEqual(before, await graph.DumpAsync());
        await graph.WriteAsync(edit => edit.RestoreAsync(id, default));

        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task A_row_with_two_reasons_stays_hidden_until_both_are_gone()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var before = await graph.DumpAsync();
        var first = await graph.WriteAsync(edit => edit.RetractAsync(world.Participation, default));
        var second = await graph.WriteAsync(edit => edit.RetractAsync(world.Official, default));
        Assert.Equal(first, (await HiddenAsync(graph))[world.Participation]);

        await graph.WriteAsync(edit => edit.RestoreAsync(world.Participation, default));
        var hidden = await HiddenAsync(graph);
        Assert.Equal((second, second), (hidden[world.Participation], hidden[world.Capacity]));

        await graph.WriteAsync(edit => edit.RestoreAsync(world.Official, default));
        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task A_fact_that_is_written_about_a_retracted_entity_is_hidden_from_the_start()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var version = await graph.WriteAsync(edit => edit.RetractAsync(world.Meeting, default));
        var (fact, citation) = (0L, 0L);
        await graph.WriteAsync(edit =>
        {
            fact = edit.Add(new Graph.Meetings.Participation { MeetingId = world.Meeting, OfficialId = world.Official }).Id;
            citation = edit.Add(new Graph.Citations.Citation { SubjectId = fact, ArticleId = world.Article, AssertedBy = "test" }).Id;
        });
        var hidden = await HiddenAsync(graph);
        Assert.Equal((version, version), (hidden[fact], hidden[citation]));

        await graph.WriteAsync(edit => edit.RestoreAsync(world.Meeting, default));
        hidden = await HiddenAsync(graph);
        Assert.Equal((null, null), (hidden[fact], hidden[citation]));
    }

    [Fact]
    public async Task A_fact_that_moves_to_a_retracted_entity_hides_and_shows_again_when_it_moves_back()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var other = await TestWorld.CreateAsync(graph);
        var version = await graph.WriteAsync(edit => edit.RetractAsync(other.Official, default));

        await graph.WriteAsync(async edit => (await edit.Context.Tenures.SingleAsync(t => t.Id == world.Tenure)).OfficialId = other.Official);
        Assert.Equal(version, (await HiddenAsync(graph))[world.Tenure]);
        await graph.WriteAsync(async edit => (await edit.Context.Tenures.SingleAsync(t => t.Id == world.Tenure)).OfficialId = world.Official);
        Assert.Null((await HiddenAsync(graph))[world.Tenure]);
    }

    [Fact]
    public async Task Facts_of_a_merged_official_hide_when_the_winner_is_retracted_and_show_when_the_merge_is_undone()
    {
        await using var graph = await TestGraph.CreateAsync();
        var loser = await TestWorld.CreateAsync(graph);
        var winner = await TestWorld.CreateAsync(graph);
        var before = await graph.DumpAsync();
        await graph.WriteAsync(edit => edit.MergeAsync(loser.Official, winner.Official, default));
        var version = await graph.WriteAsync(edit => edit.RetractAsync(winner.Official, default));
        Assert.Equal(version, (await HiddenAsync(graph))[loser.Tenure]);

        await graph.WriteAsync(edit => edit.UndoMergeAsync(loser.Official, default));
        var hidden = await HiddenAsync(graph);
        Assert.Equal((null, null, version), (hidden[loser.Official], hidden[loser.Tenure], hidden[winner.Tenure]));

        await graph.WriteAsync(edit => edit.RestoreAsync(winner.Official, default));
        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task Retractions_that_make_no_sense_are_refused()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        await graph.WriteAsync(async edit =>
        {
            await edit.RetractAsync(a.Official, default);
            await edit.MergeAsync(a.Agency, b.Agency, default);
        });

        await RefusedAsync(ErrorCodes.Retracted, retract: true, a.Official);
        await RefusedAsync(ErrorCodes.AlreadyMerged, retract: true, a.Agency);
        await RefusedAsync(ErrorCodes.UnknownNode, retract: true, 99999);
        await RefusedAsync(ErrorCodes.NotRetracted, retract: false, b.Official);
        await RefusedAsync(ErrorCodes.UnknownNode, retract: false, 99999);

        async Task RefusedAsync(string code, bool retract, long id)
            => Assert.Equal(code, (await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(
                edit => retract ? edit.RetractAsync(id, default) : edit.RestoreAsync(id, default)))).Code);
    }

    private static async Task<Dictionary<long, long?>> HiddenAsync(TestGraph graph)
    {
        var hidden = new Dictionary<long, long?>();
        await using var context = graph.Storage.CreateContext();
        foreach (var table in new Graph.Model.RowTables(context.Model).All)
        {
            foreach (var row in await table.FindAsync(context, Enumerable.Range(1, 200).Select(i => (long)i), default)) hidden[row.Id] = row.HiddenSince;
        }

        return hidden;
    }
}
