using GraphNews.Graph.Agencies;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Identity;

public sealed class MergeTests
{
    [Fact]
    public async Task The_winner_has_all_facts_and_the_loser_leads_to_it()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var winner = 0L;
        await graph.WriteAsync(edit => winner = edit.Add(new Official { Slug = "the-chief" }).Id);
        var version = await graph.WriteAsync(edit => edit.MergeAsync(world.Official, winner, default));

        var loser = await graph.ReadAsync(c => c.Officials.Include(o => o.Node).SingleAsync(o => o.Id == world.Official));
        Assert.Equal((version, winner, null), (loser.HiddenSince, loser.Node.CanonicalId, loser.Node.RetractedVersion));
        Assert.Equal(world.Official, await graph.ReadAsync(c => c.Slugs.Where(s => s.Value == "chief").Select(s => s.NodeId).SingleAsync()));
        Assert.Equal([winner], await graph.ReadAsync(c => c.Tenures.Select(t => t.OfficialId).ToListAsync()));
        Assert.Equal([winner], await graph.ReadAsync(c => c.Participations.Select(p => p.OfficialId!.Value).ToListAsync()));
        Assert.Equal([winner], await graph.ReadAsync(c => c.AgreementParties.Select(p => p.SignatoryId!.Value).ToListAsync()));
        Assert.Equal([winner], await graph.ReadAsync(c => c.Names.Select(n => n.SubjectId).ToListAsync()));
        Assert.Equal([winner], await graph.ReadAsync(c => c.Identifiers.Select(n => n.SubjectId).ToListAsync()));
        Assert.Equal("the chief", await graph.ReadAsync(c => c.Officials.Where(o => o.Id == winner).Select(o => o.SortName).SingleAsync()));
        Assert.Equal([version, version], await graph.ReadAsync(c => c.Nodes.Where(n => n.Id == winner || n.Id == world.Official).Select(n => n.UpdatedVersion).ToListAsync()));
        Assert.Equal(0, await graph.ReadAsync(c => c.Participations.CountAsync(p => p.HiddenSince != null)));
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
    [InlineData(nameof(TestWorld.Article))]
    [InlineData(nameof(TestWorld.Tenure))]
    [InlineData(nameof(TestWorld.Participation))]
    public async Task Undoing_a_merge_restores_exactly_what_was(string kind)
    {
        await using var graph = await TestGraph.CreateAsync();
        var loser = Id(await TestWorld.CreateAsync(graph), kind);
        var winner = Id(await TestWorld.CreateAsync(graph), kind);
        var before = await graph.DumpAsync();

        await graph.WriteAsync(edit => edit.MergeAsync(loser, winner, default));
        Assert.NotEqual(before, await graph.DumpAsync());
        await graph.WriteAsync(edit => edit.UndoMergeAsync(loser, default));

        Assert.Equal(before, await graph.DumpAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Merges_of_merges_are_undone_in_any_order(bool lastFirst)
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        var c = await TestWorld.CreateAsync(graph);
        var before = await graph.DumpAsync();

        await graph.WriteAsync(edit => edit.MergeAsync(a.Official, b.Official, default));
        await graph.WriteAsync(edit => edit.MergeAsync(b.Official, c.Official, default));
        Assert.Equal([c.Official], await graph.ReadAsync(x => x.Nodes.Where(n => n.Id == a.Official || n.Id == b.Official).Select(n => n.CanonicalId).Distinct().ToListAsync()));
        Assert.Equal(3, await graph.ReadAsync(x => x.Tenures.CountAsync(t => t.OfficialId == c.Official)));

        await graph.WriteAsync(edit => edit.UndoMergeAsync(lastFirst ? b.Official : a.Official, default));
        Assert.Equal(lastFirst ? b.Official : a.Official, await graph.ReadAsync(x => x.Tenures.Where(t => t.Id == a.Tenure).Select(t => t.OfficialId).SingleAsync()));
        Assert.Equal(lastFirst ? b.Official : c.Official, await graph.ReadAsync(x => x.Tenures.Where(t => t.Id == b.Tenure).Select(t => t.OfficialId).SingleAsync()));
        await graph.WriteAsync(edit => edit.UndoMergeAsync(lastFirst ? a.Official : b.Official, default));

        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task Several_judgements_fit_into_one_write()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        var before = await graph.DumpAsync();

        await graph.WriteAsync(async edit =>
        {
            await edit.MergeAsync(a.Official, b.Official, default);
            await edit.MergeAsync(a.Agency, b.Agency, default);
            await edit.UndoMergeAsync(a.Official, default);
            await edit.MergeAsync(b.Official, a.Official, default);
        });
        await graph.WriteAsync(async edit =>
        {
            await edit.UndoMergeAsync(b.Official, default);
            await edit.UndoMergeAsync(a.Agency, default);
        });

        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task What_is_written_about_a_merged_node_goes_to_the_winner_and_comes_back_when_the_merge_is_undone()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        await graph.WriteAsync(edit => edit.MergeAsync(a.Official, b.Official, default));
        var (ofLoser, ofWinner) = (0L, 0L);
        await graph.WriteAsync(edit =>
        {
            ofLoser = edit.Add(new Participation { MeetingId = a.Meeting, OfficialId = a.Official, StatedBy = "test" }).Id;
            ofWinner = edit.Add(new Participation { MeetingId = a.Meeting, OfficialId = b.Official, StatedBy = "test" }).Id;
        });
        Assert.Equal([b.Official, b.Official], await OfficialsAsync(graph, ofLoser, ofWinner));

        await graph.WriteAsync(edit => edit.UndoMergeAsync(a.Official, default));
        Assert.Equal([a.Official, b.Official], await OfficialsAsync(graph, ofLoser, ofWinner));
    }

    [Fact]
    public async Task A_reference_that_is_set_anew_after_a_merge_stays_where_it_was_set()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        var c = await TestWorld.CreateAsync(graph);
        await graph.WriteAsync(edit => edit.MergeAsync(a.Official, b.Official, default));
        await graph.WriteAsync(async edit => (await edit.Context.Participations.SingleAsync(p => p.Id == a.Participation)).OfficialId = c.Official);
        await graph.WriteAsync(edit => edit.UndoMergeAsync(a.Official, default));

        Assert.Equal([c.Official, b.Official], await OfficialsAsync(graph, a.Participation, b.Participation));
    }

    [Fact]
    public async Task A_link_that_is_removed_after_a_merge_stays_removed_when_the_merge_is_undone()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        await graph.WriteAsync(edit => edit.MergeAsync(a.Topic, b.Topic, default));
        await graph.WriteAsync(async edit => edit.Remove(await edit.Context.MeetingTopics.SingleAsync(t => t.Id == a.MeetingTopic)));
        await graph.WriteAsync(edit => edit.UndoMergeAsync(a.Topic, default));

        Assert.Equal([b.MeetingTopic], await graph.ReadAsync(c => c.MeetingTopics.Select(t => t.Id).ToListAsync()));
        Assert.Equal(0, await graph.ReadAsync(c => c.MovedReferences.CountAsync()));
    }

    [Fact]
    public async Task An_agency_merged_with_its_parent_is_no_part_of_itself()
    {
        await using var graph = await TestGraph.CreateAsync();
        var (parent, child) = (0L, 0L);
        await graph.WriteAsync(edit =>
        {
            parent = edit.Add(new Agency { Slug = "parent" }).Id;
            child = edit.Add(new Agency { Slug = "child", ParentId = parent }).Id;
        });
        var before = await graph.DumpAsync();

        await graph.WriteAsync(edit => edit.MergeAsync(parent, child, default));
        Assert.Null(await graph.ReadAsync(c => c.Agencies.Where(a => a.Id == child).Select(a => a.ParentId).SingleAsync()));
        await graph.WriteAsync(edit => edit.UndoMergeAsync(parent, default));

        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task The_log_says_who_was_merged_into_whom_and_which_references_moved()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        var version = await graph.WriteAsync(edit => edit.MergeAsync(a.Topic, b.Topic, default));

        var log = await graph.ReadAsync(c => c.ChangeEntries.Where(e => e.Version == version).OrderBy(e => e.Ordinal).ToListAsync());
        Assert.Equal(
            new[]
            {
                $"{a.Meeting} MeetingTopics/{a.MeetingTopic}.TopicId {a.Topic} > {b.Topic}",
                $"{a.Topic} Merges/{a.Topic}.Version - > {version}",
                $"{a.Topic} Merges/{a.Topic}.WinnerId - > {b.Topic}",
                $"{a.Topic} Nodes/{a.Topic}.CanonicalId {a.Topic} > {b.Topic}",
            }.Order(StringComparer.Ordinal),
            log.Select(e => $"{e.NodeId} {e.Table}/{e.RowId}.{e.Field} {e.OldValue ?? "-"} > {e.NewValue ?? "-"}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Judgements_that_make_no_sense_are_refused()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        var c = await TestWorld.CreateAsync(graph);
        await graph.WriteAsync(async edit =>
        {
            await edit.MergeAsync(a.Official, b.Official, default);
            await edit.RetractAsync(c.Official, default);
            edit.Add(new AgencySuccession { PredecessorId = a.Agency, SuccessorId = b.Agency, StatedBy = "test" });
        });

        await RefusedAsync(ErrorCodes.KindsDiffer, a.Agency, b.Official);
        await RefusedAsync(ErrorCodes.UnknownNode, 99999, b.Official);
        await RefusedAsync(ErrorCodes.UnknownNode, b.Official, a.MeetingTopic);
        await RefusedAsync(ErrorCodes.AlreadyMerged, a.Official, b.Official);
        await RefusedAsync(ErrorCodes.AlreadyMerged, b.Official, a.Official);
        await RefusedAsync(ErrorCodes.AlreadyMerged, b.Official, b.Official);
        await RefusedAsync(ErrorCodes.Retracted, b.Official, c.Official);
        await RefusedAsync(ErrorCodes.Retracted, c.Official, b.Official);
        await RefusedAsync(ErrorCodes.MergeConflict, a.Agency, b.Agency);
        var undo = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.UndoMergeAsync(b.Official, default)));
        Assert.Equal(ErrorCodes.NotMerged, undo.Code);

        async Task RefusedAsync(string code, long loser, long winner)
        {
            var before = await graph.DumpAsync();
            var error = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.MergeAsync(loser, winner, default)));
            Assert.Equal(code, error.Code);
            Assert.Equal(before, await graph.DumpAsync());
        }
    }

    [Fact]
    public async Task An_agency_cannot_be_said_to_follow_itself()
    {
        await using var graph = await TestGraph.CreateAsync();
        var a = await TestWorld.CreateAsync(graph);
        var b = await TestWorld.CreateAsync(graph);
        await graph.WriteAsync(edit => edit.MergeAsync(a.Agency, b.Agency, default));

        var error = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit =>
            edit.Add(new AgencySuccession { PredecessorId = a.Agency, SuccessorId = b.Agency, StatedBy = "test" })));
        Assert.Equal(ErrorCodes.BadReference, error.Code);
    }

    private static long Id(TestWorld world, string kind) => (long)typeof(TestWorld).GetProperty(kind)!.GetValue(world)!;

    private static Task<List<long>> OfficialsAsync(TestGraph graph, params long[] participations)
        => graph.ReadAsync(c => c.Participations.Where(p => participations.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.OfficialId!.Value).ToListAsync());
}
