using GraphNews.Graph.Agencies;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Imports;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Imports;

/// <summary>What one run of an import after another does to the graph.</summary>
public sealed class ImportRunTests : IDisposable
{
    private const string Page = """{"type":"SourceArticle","slug":"page","title":"Page","text":"They met in Rabat."}""";
    private const string Ministry = """{"type":"Agency","slug":"ministry","kind":"MINISTRY","founded":"1956","names":[{"value":"Ministry","language":"en","citations":[{"article":"page","quote":"in Rabat"}]}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_bundle_again_makes_no_version()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        var tenure = """{"type":"Tenure","official":"anna","post":"chief","statedBy":"x"}""";
        string[] records = [Page, Ministry, """{"type":"Official","slug":"anna"}""", """{"type":"Post","slug":"chief","agency":"ministry"}""", tenure];

        var first = await bundle.ImportAsync(graph, records);
        var before = await graph.DumpAsync();
        var again = await bundle.ImportAsync(graph, records);

        Assert.Equal((5, 1L), (first.Created, first.Version));
        Assert.Equal((0, 0, 5, 1L), (again.Created, again.Updated, again.Unchanged, again.Version));
        Assert.Equal(Without(before, "ImportRuns"), Without(await graph.DumpAsync(), "ImportRuns"));
    }

    [Fact]
    public async Task A_large_bundle_comes_in_batches_of_a_thousand_each_a_version()
    {
        await using var graph = await TestGraph.CreateAsync();

        // Each points at the next, the last of them first of all to be written.
        var report = await new Bundle(_folder).ImportAsync(
            graph, [.. Enumerable.Range(0, 2500).Select(i => $$"""{"type":"Topic","slug":"topic-{{i}}"{{(i < 2499 ? $",\"broader\":\"topic-{i + 1}\"" : "")}}}""")]);

        Assert.Equal((2500, 0, 3L), (report.Created, report.Rejected, report.Version));
        Assert.Equal(2499, await graph.ReadAsync(c => c.Topics.CountAsync(topic => topic.BroaderId != null)));
    }

    [Fact]
    public async Task What_the_source_wrote_last_follows_the_source()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, Page, Ministry);

        var report = await bundle.ImportAsync(graph, Page, Ministry.Replace("1956", "1957", StringComparison.Ordinal).Replace("\"Ministry\"", "\"The Ministry\"", StringComparison.Ordinal));

        Assert.Equal((0, 1, 1, 0, 2L), (report.Created, report.Updated, report.Unchanged, report.Claimed, report.Version));
        await using var context = graph.Storage.CreateContext();
        Assert.Equal("1957", (await context.Agencies.SingleAsync()).Founded.Text);
        Assert.Equal(["The Ministry"], await context.Names.Where(name => name.HiddenSince == null).Select(name => name.Value).ToListAsync());
    }

    [Fact]
    public async Task What_an_editor_wrote_stays_and_the_source_claims_beside_it()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, Page, Ministry);
        await graph.WriteAsync(async edit => (await edit.Context.Agencies.SingleAsync()).Founded = PartialDate.Parse("1955"));

        var changed = Ministry.Replace("1956", "1957", StringComparison.Ordinal);
        var report = await bundle.ImportAsync(graph, Page, changed);
        var again = await bundle.ImportAsync(graph, Page, changed.Replace("MINISTRY\",", "MINISTRY\", ", StringComparison.Ordinal));

        Assert.Equal(1, report.Claimed);
        Assert.Contains("founded: 1957 beside 1955", Assert.Single(bundle.Of(ImportOutcome.Claimed)).Detail, StringComparison.Ordinal);
        Assert.Equal((0, 3L), (again.Updated, again.Version));
        await using var context = graph.Storage.CreateContext();
        Assert.Equal("1955", (await context.Agencies.SingleAsync()).Founded.Text);
        var dispute = await context.Disputes.SingleAsync();
        Assert.Equal(("founded", "1955"), (dispute.Field, dispute.Accepted));
        Assert.Equal("1957", (await context.Claims.SingleAsync()).Value);
        var claim = await context.Citations.SingleAsync(c => c.ClaimId != null);
        Assert.Equal(("founded", "1957"), (claim.Field, claim.Value));
    }

    [Fact]
    public async Task Another_source_fills_in_what_is_unknown_and_claims_the_rest()
    {
        await using var graph = await TestGraph.CreateAsync();
        await new Bundle(_folder, "first").ImportAsync(graph, Page, Ministry);
        var second = new Bundle(_folder, "second");

        var report = await second.ImportAsync(graph, """{"type":"Agency","slug":"ministry","kind":"POLICE","dissolved":"2001"}""");

        Assert.Equal((0, 1), (report.Created, report.Claimed));
        await using var context = graph.Storage.CreateContext();
        var agency = await context.Agencies.SingleAsync();
        Assert.Equal((AgencyKind.Ministry, "2001"), (agency.Kind, agency.Dissolved.Text));
        var claim = await context.Citations.Include(c => c.Article).SingleAsync(c => c.ClaimId != null);
        Assert.Equal(("kind", "POLICE", "second.jsonl, line 2", "dataset-second"), (claim.Field, claim.Value, claim.Locator, claim.Article.Slug));
    }

    [Fact]
    public async Task What_a_source_has_no_longer_is_listed_and_retracted_only_when_asked()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, Page, """{"type":"Official","slug":"anna"}""", """{"type":"Official","slug":"bert"}""");

        var listed = await bundle.ImportAsync(graph, Page, """{"type":"Official","slug":"anna"}""");
        var kept = await ShownAsync(graph);
        var retracted = await bundle.ImportAsync(graph, options => options with { RetractMissing = true });
        var gone = await ShownAsync(graph);
        await bundle.ImportAsync(graph, Page, """{"type":"Official","slug":"anna"}""", """{"type":"Official","slug":"bert"}""");

        Assert.Equal((1, 0, 1L), (listed.Vanished, listed.Retracted, listed.Version));
        Assert.Equal(["anna", "bert"], kept);
        Assert.Equal((1, 1, 2L), (retracted.Vanished, retracted.Retracted, retracted.Version));
        Assert.Equal(["anna"], gone);
        Assert.Equal(["anna", "bert"], await ShownAsync(graph));
    }

    [Fact]
    public async Task Nothing_is_retracted_while_a_line_cannot_be_read()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, """{"type":"Official","slug":"anna"}""");
        await File.WriteAllLinesAsync(bundle.Path, [Bundle.Header, """{"type":"Official","slug":"an"""]);

        var report = await bundle.ImportAsync(graph, options => options with { RetractMissing = true });

        Assert.Equal((1, 1, 0), (report.Rejected, report.Vanished, report.Retracted));
        Assert.Contains("could not be read", report.NotRetracted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_source_has_too_is_not_retracted()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, """{"type":"Official","slug":"anna"}""");
        await new Bundle(_folder, "other").ImportAsync(graph, """{"type":"Official","slug":"anna"}""");
        await File.WriteAllLinesAsync(bundle.Path, [Bundle.Header]);

        var report = await bundle.ImportAsync(graph, options => options with { RetractMissing = true });

        Assert.Equal((1, 0), (report.Vanished, report.Retracted));
    }

    [Fact]
    public async Task A_dry_run_tells_all_and_writes_nothing()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, Page);
        var before = await graph.DumpAsync();
        await File.WriteAllLinesAsync(bundle.Path,
        [
            Bundle.Header, Page, Ministry, """{"type":"Place","parent":"nowhere"}""",
            .. Enumerable.Range(0, 1500).Select(i => $$"""{"type":"Post","key":"{{i}}","agency":"ministry"}"""),
        ]);

        var report = await bundle.ImportAsync(graph, options => options with { IsDryRun = true });

        Assert.Equal((1501, 1, 1, 1L), (report.Created, report.Unchanged, report.Rejected, report.Version));
        Assert.Equal(before, await graph.DumpAsync());
        Assert.False(File.Exists(bundle.Rejects));
        Assert.Equal(1501, (await bundle.ImportAsync(graph)).Created);
    }

    [Fact]
    public async Task Rejects_are_a_bundle_that_is_mended_and_imported()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await bundle.ImportAsync(graph, """{"type":"Place","slug":"rabat","parent":"maroc"}""", """{"type":"Meeting","slug":"talks","place":"rabat"}""", """{"type":"Topic","slug":"fine"}""");
        Assert.Equal(2, bundle.Of(ImportOutcome.Rejected).Count());
        await File.WriteAllTextAsync(bundle.Rejects, (await File.ReadAllTextAsync(bundle.Rejects)).Replace(",\"parent\":\"maroc\"", "", StringComparison.Ordinal));

        var mended = new Bundle(_folder, "bundle.jsonl.rejects");
        var report = await mended.ImportAsync(graph);

        Assert.Equal((2, 0, 0), (report.Created, report.Rejected, report.Vanished));
        Assert.Equal(["fine"], await graph.ReadAsync(c => c.Topics.Select(t => t.Slug).ToListAsync()));
        Assert.Equal("talks", await graph.ReadAsync(c => c.Meetings.Where(m => m.Place!.Slug == "rabat").Select(m => m.Slug).SingleAsync()));
    }

    [Fact]
    public async Task A_run_that_was_broken_off_is_gone_on_with()
    {
        await using var graph = await TestGraph.CreateAsync();
        var bundle = new Bundle(_folder);
        await File.WriteAllLinesAsync(bundle.Path, [Bundle.Header, .. Enumerable.Range(0, 2500).Select(i => $$"""{"type":"Topic","slug":"topic-{{i}}"}""")]);
        var done = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => bundle.ImportAsync(graph, options => options with
        {
            Item = _ =>
            {
                if (++done == 1200) throw new InvalidOperationException("The power fails.");
            },
        }));
        var halfway = await graph.ReadAsync(c => c.Topics.CountAsync());
        var report = await bundle.ImportAsync(graph);

        Assert.Equal(2000, halfway);
        Assert.Equal((500, 2000, 3L), (report.Created, report.Unchanged, report.Version));
        var run = await graph.ReadAsync(c => c.ImportRuns.SingleAsync());
        Assert.Equal((ImportStatus.Finished, 2500), (run.Status, run.Position));
    }

    private static Task<List<string>> ShownAsync(TestGraph graph)
        => graph.ReadAsync(c => c.Officials.Where(o => o.HiddenSince == null).OrderBy(o => o.Slug).Select(o => o.Slug).ToListAsync());

    private static string Without(string dump, string table)
        => string.Join('\n', dump.Split('\n').Where(line => !line.StartsWith($"{table}:", StringComparison.Ordinal)));
}
