using GraphNews.Graph.Agencies;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Posts;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Changes;

public sealed class GraphWriterTests
{
    [Fact]
    public async Task Each_write_makes_the_next_version()
    {
        await using var graph = await TestGraph.CreateAsync();

        Assert.Equal(1, await graph.WriteAsync(edit => edit.Add(new Official())));
        Assert.Equal(2, await graph.WriteAsync(edit => edit.Add(new Official())));
        Assert.Equal([1, 2], await graph.ReadAsync(c => c.Changes.Select(x => x.Version).OrderBy(v => v).ToListAsync()));
    }

    [Fact]
    public async Task Writers_at_once_leave_no_gap_and_the_log_stands_in_the_order_of_the_commits()
    {
        await using var graph = await TestGraph.CreateAsync();
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => graph.Writer.WriteAsync(
            new ChangeOrigin($"writer {i}"), (edit, _) => Task.FromResult(edit.Add(new Official())), default))));

        Assert.Equal(Enumerable.Range(1, 20).Select(v => (long)v), versions.Order());
        var actors = await graph.ReadAsync(c => c.Changes.ToDictionaryAsync(x => x.Version, x => x.Actor));
        Assert.All(versions.Select((version, i) => (version, i)), w => Assert.Equal($"writer {w.i}", actors[w.version]));
        var created = await graph.ReadAsync(c => c.Nodes.OrderBy(n => n.Id).Select(n => n.CreatedVersion).ToListAsync());
        Assert.Equal(created.Order(), created);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_and_takes_no_version()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit => edit.Add(new Official()));
        var before = await graph.DumpAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => graph.WriteAsync(async edit =>
        {
            edit.Add(new Official());
            await edit.SaveAsync(default);
            throw new InvalidOperationException("The import broke.");
        }));

        Assert.Equal(before, await graph.DumpAsync());
        Assert.Equal(2, await graph.WriteAsync(edit => edit.Add(new Official())));
    }

    [Fact]
    public async Task A_write_that_changes_nothing_takes_no_version()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit => edit.Add(new Official { Slug = "someone" }));

        Assert.Equal(1, await graph.WriteAsync(_ => { }));
        Assert.Equal(1, await graph.WriteAsync(async edit => (await edit.Context.Officials.SingleAsync()).Slug = " someone "));
        Assert.Equal(1, await graph.ReadAsync(c => c.GraphStates.Select(g => g.Version).SingleAsync()));
    }

    [Fact]
    public async Task The_log_says_who_changed_what_from_what_to_what()
    {
        await using var graph = await TestGraph.CreateAsync();
        var id = 0L;
        await graph.WriteAsync(edit => id = edit.Add(new Meeting { Slug = "talks", Kind = MeetingKind.Bilateral, Starts = PartialDate.Parse("2025-01") }).Id);
        await graph.Writer.WriteAsync(new ChangeOrigin("lina", "The source was corrected"), async (edit, cancel) =>
        {
            var meeting = await edit.Context.Meetings.SingleAsync(cancel);
            meeting.Kind = MeetingKind.Trilateral;
            meeting.Starts = PartialDate.Parse("[2025-01-28..2025-01-29]");
            meeting.Ends = PartialDate.Parse("2025-01-29");
        }, default);

        var change = await graph.ReadAsync(c => c.Changes.SingleAsync(x => x.Version == 2));
        Assert.Equal(("lina", "The source was corrected"), (change.Actor, change.Reason));
        Assert.Equal(
            [
                $"1.0 {id} Meetings/{id}.Kind: - > \"BILATERAL\"",
                $"1.1 {id} Meetings/{id}.Slug: - > \"talks\"",
                $"1.2 {id} Meetings/{id}.Status: - > \"UNKNOWN\"",
                $"1.3 {id} Meetings/{id}.Starts: - > \"2025-01\"",
                $"1.4 {id} Nodes/{id}.Kind: - > \"MEETING\"",
                $"2.0 {id} Meetings/{id}.Kind: \"BILATERAL\" > \"TRILATERAL\"",
                $"2.1 {id} Meetings/{id}.Ends: null > \"2025-01-29\"",
                $"2.2 {id} Meetings/{id}.Starts: \"2025-01\" > \"[2025-01-28..2025-01-29]\"",
            ],
            await LogAsync(graph));
    }

    [Fact]
    public async Task The_log_keeps_links_with_the_node_that_owns_them_and_what_was_removed()
    {
        await using var graph = await TestGraph.CreateAsync();
        var (official, link) = (0L, 0L);
        await graph.WriteAsync(edit =>
        {
            official = edit.Add(new Official()).Id;
            link = edit.AddLink(new Identifier { SubjectId = official, Scheme = "wikidata", Value = "Q42" }).Id;
        });
        await graph.WriteAsync(async edit => edit.Remove(await edit.Context.Identifiers.SingleAsync()));

        Assert.Equal(
            [
                $"2.0 {official} Identifiers/{link}.Scheme: \"wikidata\" > -",
                $"2.1 {official} Identifiers/{link}.SubjectId: {official} > -",
                $"2.2 {official} Identifiers/{link}.Value: \"Q42\" > -",
            ],
            (await LogAsync(graph)).Where(e => e.StartsWith('2')));
    }

    [Fact]
    public async Task A_node_counts_as_updated_when_what_it_owns_changes()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var before = await UpdatedAsync(graph);

        var version = await graph.WriteAsync(async edit => (await edit.Context.Citations.SingleAsync(c => c.SubjectId == world.Participation)).Confidence = 0.5);

        var after = await UpdatedAsync(graph);
        var citation = await graph.ReadAsync(c => c.Citations.Where(x => x.SubjectId == world.Participation).Select(x => x.Id).SingleAsync());
        Assert.Equal(
            new[] { citation, world.Participation, world.Meeting }.Order(),
            after.Where(n => n.Value != before[n.Key]).Select(n => n.Key).Order());
        Assert.All(after.Where(n => n.Value != before[n.Key]), n => Assert.Equal(version, n.Value));
    }

    [Fact]
    public async Task A_fact_without_a_source_is_refused()
    {
        await using var graph = await TestGraph.CreateAsync();
        var error = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit =>
        {
            var official = edit.Add(new Official());
            edit.Add(new Tenure { OfficialId = official.Id, PostId = edit.Add(new Post()).Id });
        }));

        Assert.Equal(ErrorCodes.UncitedFact, error.Code);
        Assert.Contains("Tenure", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_cannot_lose_its_last_source()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);

        var ofCitation = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(async edit =>
            await edit.RetractAsync(await edit.Context.Citations.Where(c => c.SubjectId == world.Tenure).Select(c => c.Id).SingleAsync(), default)));
        var ofArticle = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.RetractAsync(world.Article, default)));
        var ofStatement = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(async edit =>
            (await edit.Context.Names.FirstAsync(n => n.SubjectId == world.Official)).StatedBy = null));

        Assert.All([ofCitation, ofArticle, ofStatement], error => Assert.Equal(ErrorCodes.UncitedFact, error.Code));
    }

    [Fact]
    public async Task A_quote_must_stand_where_its_citation_says()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);

        var error = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(async edit =>
            (await edit.Context.Citations.FirstAsync(c => c.SubjectId == world.Tenure)).Start += 1));

        Assert.Equal(ErrorCodes.MisplacedQuote, error.Code);
    }

    [Fact]
    public async Task A_reference_to_nothing_or_to_another_kind_is_refused()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);

        var nothing = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.Add(new Official { CountryId = 999 })));
        var kind = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.Add(new Agency { ParentId = world.Official })));
        var self = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(async edit =>
            (await edit.Context.Agencies.FirstAsync(a => a.Id == world.Agency)).ParentId = world.Agency));

        Assert.All([nothing, kind, self], error => Assert.Equal(ErrorCodes.BadReference, error.Code));
    }

    [Fact]
    public async Task A_value_that_is_too_long_for_every_storage_is_refused_by_this_one()
    {
        await using var graph = await TestGraph.CreateAsync();
        var error = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.Add(new Post { Rank = new string('x', 401) })));

        Assert.Equal(ErrorCodes.ValueTooLong, error.Code);
        Assert.Contains("Posts.Rank holds at most 400 characters, and this has 401", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_for_the_log_is_refused_before_anything_is_written()
    {
        await using var graph = await TestGraph.CreateAsync();
        var error = await Assert.ThrowsAsync<GraphException>(() => graph.Writer.WriteAsync(
            new ChangeOrigin("test", new string('x', 4001)), (_, _) => throw new InvalidOperationException("The edit ran."), default));

        Assert.Equal(ErrorCodes.ValueTooLong, error.Code);
    }

    [Fact]
    public async Task Text_is_trimmed_when_written_and_quotes_and_articles_are_not()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit =>
        {
            edit.Add(new Post { Rank = "  Minister " });
            edit.Add(new Graph.Articles.SourceArticle { Title = " News ", Text = " Text " });
        });

        Assert.Equal("Minister", await graph.ReadAsync(c => c.Posts.Select(p => p.Rank).SingleAsync()));
        Assert.Equal("News- Text ", await graph.ReadAsync(c => c.SourceArticles.Select(a => a.Title + "-" + a.Text).SingleAsync()));
    }

    [Fact]
    public async Task Names_are_folded_and_give_the_entity_its_sort_name()
    {
        await using var graph = await TestGraph.CreateAsync();
        var id = 0L;
        await graph.WriteAsync(edit =>
        {
            id = edit.Add(new Official()).Id;
            edit.Add(new Name { SubjectId = id, Value = "عبد اللطيف حموشي", Language = "ar", StatedBy = "test" });
        });
        Assert.Equal("عبد اللطيف حموشي", await SortNameAsync(graph));

        await graph.WriteAsync(edit => edit.Add(new Name { SubjectId = id, Value = "Abdellatif  HAMMOUCHI", Language = "fr", StatedBy = "test" }));
        Assert.Equal("abdellatif hammouchi", await SortNameAsync(graph));

        await graph.WriteAsync(async edit => (await edit.Context.Names.SingleAsync(n => n.Language == "fr")).Value = "Abdellatif Hammouchy");
        Assert.Equal("abdellatif hammouchy", await SortNameAsync(graph));
        var name = await graph.ReadAsync(c => c.Names.SingleAsync(n => n.Language == "fr"));
        Assert.Equal(("abdellatif hammouchy", "Latn", NameFolding.Version), (name.Folded, name.Script, name.FoldingVersion));

        await graph.WriteAsync(async edit => await edit.RetractAsync(name.Id, default));
        Assert.Equal("عبد اللطيف حموشي", await SortNameAsync(graph));
    }

    [Fact]
    public async Task A_thousand_records_are_one_version()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var version = await graph.WriteAsync(edit =>
        {
            for (var i = 0; i < 1000; i++)
            {
                var meeting = edit.Add(new Meeting());
                edit.AddLink(new Graph.Texts.Text { SubjectId = meeting.Id, Field = "title", Language = "en", Value = $"Meeting {i}" });
                edit.Add(new Participation { MeetingId = meeting.Id, OfficialId = world.Official, StatedBy = "import" });
            }
        });

        Assert.Equal(1000, await graph.ReadAsync(c => c.Participations.CountAsync(p => p.Node.CreatedVersion == version)));
        Assert.Equal(1000, await graph.ReadAsync(c => c.Meetings.CountAsync(m => m.Slug.StartsWith("meeting-"))));
        Assert.Equal("meeting 999", await graph.ReadAsync(c => c.Meetings.Where(m => m.Slug == "meeting-999").Select(m => m.SortName).SingleAsync()));
    }

    private static Task<string> SortNameAsync(TestGraph graph) => graph.ReadAsync(c => c.Officials.Select(o => o.SortName).SingleAsync());

    private static Task<Dictionary<long, long>> UpdatedAsync(TestGraph graph)
        => graph.ReadAsync(c => c.Nodes.ToDictionaryAsync(n => n.Id, n => n.UpdatedVersion));

    private static async Task<List<string>> LogAsync(TestGraph graph)
        => [.. (await graph.ReadAsync(c => c.ChangeEntries.OrderBy(e => e.Version).ThenBy(e => e.Ordinal).ToListAsync()))
            .Select(e => $"{e.Version}.{e.Ordinal} {e.NodeId} {e.Table}/{e.RowId}.{e.Field}: {e.OldValue ?? "-"} > {e.NewValue ?? "-"}")];

    [Fact]
    public async Task A_text_that_not_every_database_keeps_is_refused_by_this_one()
    {
        await using var graph = await TestGraph.CreateAsync();
        foreach (var rank in new[] { "a\0b", "a\ud800b" })
        {
            var error = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.Add(new Post { Rank = rank })));

            Assert.Equal(ErrorCodes.BadArguments, error.Code);
            Assert.Contains("Posts.Rank holds U+0000 or half of a surrogate pair", error.Message, StringComparison.Ordinal);
        }
    }
}
