using System.Text;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Exports;
using GraphNews.Tests.Exports;
using GraphNews.Tests.Mutations;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Redactions;

/// <summary>What an admin blanks is nowhere any more, and the history says who blanked it, when and why.</summary>
public sealed class RedactionTests : IAsyncLifetime
{
    private const string Secret = "Zebra";
    private static readonly Caller Admin = new("key:admin", CallerRole.Admin);

    private MutationAnswers _graph = null!;
    private Caller _editor = null!;

    public async Task InitializeAsync()
    {
        _graph = await MutationAnswers.CreateAsync();
        _editor = _graph.Answers.Caller;
        await _graph.WriteAsync("addSourceArticle", new { title = "A table", slug = "a-table", kind = "DATASET" }, "sourceArticle { id }");
        await _graph.WriteAsync("addSourceArticle", new { title = "A story", slug = "a-story", text = $"It is said that {Secret} was there." }, "sourceArticle { id }");
    }

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    [Fact]
    public async Task A_text_and_its_quote_are_blanked_in_the_graph_its_log_its_search_and_its_export()
    {
        var article = await _graph.IdAsync("article", "a-story");
        var official = await AddAsync("addOfficial", "official", new { names = new[] { new { value = "Amal" } } });
        var citation = await AddAsync("cite", "citation", new { subject = official, article = new { slug = "a-story" }, quote = $"{Secret} was there" });
        Assert.Equal(1, await FoundAsync());

        await RedactAsync(article, "text");
        await RedactAsync(citation, "quote");

        await NowhereAsync();
        var shown = (await _graph.Answers.DataAsync("{ article(slug: \"a-story\") { text supports { nodes { quote start end locator } } } }")).GetProperty("article");
        Assert.Equal("""{"text":null,"supports":{"nodes":[{"quote":null,"start":null,"end":null,"locator":"[redacted]"}]}}""", shown.ToString());
    }

    [Fact]
    public async Task A_field_is_blanked_with_what_sources_claim_of_it_and_all_that_it_ever_was()
    {
        var official = await AddAsync("addOfficial", "official", new { names = new[] { new { value = "Amal" } }, description = Words($"A {Secret}") });
        await _graph.WriteAsync("updateOfficial", new { id = official, description = Words("A minister") }, "official { id }");
        await _graph.WriteAsync("cite", new { subject = official, article = new { slug = "a-table" }, locator = "row 3", field = "description", value = $"The {Secret}" }, "citation { id }");
        await _graph.WriteAsync("settleDispute", new { subject = official, field = "description", value = $"The {Secret}", language = "en" }, "subject { id }");

        await RedactAsync(official, "description");

        await NowhereAsync(outside: "a-story");
        var shown = (await _graph.Answers.DataAsync("query ($id: ID!) { official(id: $id) { description disputes { field } citations { nodes { field value } } } }", new { id = official })).GetProperty("official");
        Assert.Equal("""{"description":null,"disputes":[],"citations":{"nodes":[{"field":"description","value":null}]}}""", shown.ToString());
    }

    [Fact]
    public async Task A_claim_that_is_blanked_leaves_its_dispute()
    {
        var agreement = await AddAsync("addAgreement", "agreement", new { title = Words("A memorandum") });
        var citation = await AddAsync("cite", "citation", new { subject = agreement, article = new { slug = "a-table" }, locator = "row 3", field = "title", value = $"The {Secret} memorandum" });

        await RedactAsync(citation, "value");

        await NowhereAsync(outside: "a-story");
        Assert.Equal(0, (await _graph.Answers.DataAsync("query ($id: ID!) { agreement(id: $id) { disputes { field } } }", new { id = agreement })).GetProperty("agreement").GetProperty("disputes").GetArrayLength());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_is_blanked_whether_they_show_or_not(bool isRetracted)
    {
        var official = await AddAsync("addOfficial", "official", new { names = new[] { new { value = $"{Secret} Bennani" } }, slug = "zebra-bennani", birthDate = "1970-05-04", identifiers = new[] { new { scheme = "wikidata", value = Secret } }, idempotencyKey = "first" });
        var name = (await _graph.Answers.DataAsync("query ($id: ID!) { official(id: $id) { names { id } } }", new { id = official })).GetProperty("official").GetProperty("names")[0].GetProperty("id").GetString()!;
        if (isRetracted) await _graph.WriteAsync("retractOfficial", new { id = official }, "tombstone { kind }");

        await RedactAsync(name, "value");
        await RedactAsync(official, "slug", "birthDate", "identifiers");

        await NowhereAsync(outside: "a-story");
        Assert.DoesNotContain("1970-05-04", await EverythingAsync(), StringComparison.Ordinal);
        Assert.Empty(await _graph.Graph.ReadAsync(graph => graph.IdempotencyKeys.ToListAsync()));
        if (isRetracted) return;
        var shown = (await _graph.Answers.DataAsync("query ($id: ID!) { official(id: $id) { slug name names { value } identifiers { value } birthDate { text } } }", new { id = official })).GetProperty("official");
        Assert.Matches("""^\{"slug":"redacted-\d+","name":null,"names":\[\],"identifiers":\[\],"birthDate":null\}$""", shown.ToString());
    }

    [Fact]
    public async Task The_history_keeps_version_actor_and_reason_and_shows_the_redaction()
    {
        var official = await AddAsync("addOfficial", "official", new { names = new[] { new { value = "Amal" } }, birthDate = "1970", reason = "From the register." });
        await _graph.WriteAsync("updateOfficial", new Dictionary<string, object?> { ["id"] = official, ["birthDate"] = null }, "official { id }");
        var before = await ChangesAsync();

        var version = await RedactAsync(official, "birthDate");

        Assert.Equal(before.Append((version, "key:admin", "A request.")), await ChangesAsync());
        var history = (await _graph.Answers.DataAsync("query ($id: ID!) { official(id: $id) { history { nodes { version actor reason fields { field oldValue newValue } } } } }", new { id = official }))
            .GetProperty("official").GetProperty("history").GetProperty("nodes").EnumerateArray()
            .Select(change => $"{change.GetProperty("actor").GetString()}: " + string.Join(", ", change.GetProperty("fields").EnumerateArray().Where(field => field.GetProperty("field").GetString() == "birthDate")
                .Select(field => $"{field.GetProperty("oldValue").GetString() ?? "nothing"} to {field.GetProperty("newValue").GetString() ?? "nothing"}"))).ToList();
        Assert.Equal(["key:admin: \"[redacted]\" to nothing", "key:amal: \"[redacted]\" to nothing", "key:amal: nothing to \"[redacted]\""], history);
    }

    [Fact]
    public async Task Only_an_admin_redacts()
    {
        var article = await _graph.IdAsync("article", "a-story");
        foreach (var (caller, code) in new[] { (Caller.Anonymous, "UNAUTHENTICATED"), (new Caller("key:reader", CallerRole.Reader), "FORBIDDEN"), (_editor, "FORBIDDEN") })
        {
            _graph.Answers.Caller = caller;
            Assert.Equal([code], await _graph.Answers.CodesAsync("mutation ($id: ID!) { redact(input: { id: $id, fields: [\"text\"], reason: \"A request.\" }) { version } }", new { id = article }));
        }

        Assert.Contains(Secret, await EverythingAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shoeSize", "A request.", "input.fields.0")]
    [InlineData("kind", "A request.", "input.fields.0")]
    [InlineData("publisher", "A request.", "input.fields.0")]
    [InlineData("language", "A request.", "input.fields.0")]
    [InlineData("contentHash", "A request.", "input.fields.0")]
    [InlineData("text", " ", "input.reason")]
    public async Task What_cannot_be_blanked_is_told(string field, string reason, string path)
    {
        var id = await _graph.IdAsync("article", "a-story");
        _graph.Answers.Caller = Admin;

        Assert.Equal(("InputError", "INVALID_INPUT", path), await _graph.ErrorAsync("redact", new { id, fields = new[] { field }, reason }));
    }

    [Fact]
    public async Task A_cursor_does_not_lead_back_to_what_was_blanked()
    {
        await _graph.WriteAsync("addSourceArticle", new { title = "Another story", text = $"{Secret} again." }, "sourceArticle { id }");
        var article = await _graph.IdAsync("article", "a-story");
        for (var tries = 0; tries < 600 && await FoundAsync() < 2; tries++) await Task.Delay(50);
        const string Paged = "query ($after: String) { search(text: \"Zebra\", first: 1, after: $after) { nodes { node { slug } highlights { snippet } } pageInfo { endCursor } } }";
        var first = (await _graph.Answers.DataAsync(Paged)).GetProperty("search");
        var next = (await _graph.Answers.DataAsync(Paged, new { after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("search");
        Assert.NotEmpty(next.GetProperty("nodes").EnumerateArray());
        var (cursor, slug) = next.GetProperty("nodes")[0].GetProperty("node").GetProperty("slug").GetString() == "a-story" ? (first.GetProperty("pageInfo").GetProperty("endCursor").GetString(), "a-story") : (null, "a-story");

        await RedactAsync(article, "text");
        for (var tries = 0; tries < 600 && await FoundAsync() > 1; tries++) await Task.Delay(50);

        var again = (await _graph.Answers.DataAsync(Paged, new { after = cursor })).GetProperty("search");
        Assert.DoesNotContain(again.GetProperty("nodes").EnumerateArray(), hit => hit.GetProperty("node").GetProperty("slug").GetString() == slug);
    }

    private static object[] Words(string value) => [new { language = "en", value }];

    private async Task<string> AddAsync(string mutation, string shown, object input)
        => (await _graph.WriteAsync(mutation, input, $"{shown} {{ id }}")).GetProperty(shown).GetProperty("id").GetString()!;

    private async Task<long> RedactAsync(string id, params string[] fields)
    {
        _graph.Answers.Caller = Admin;
        var version = (await _graph.WriteAsync("redact", new { id, fields, reason = "A request." }, "node { id }")).GetProperty("version").GetInt64();
        _graph.Answers.Caller = _editor;
        return version;
    }

    private async Task<int> FoundAsync()
        => (await _graph.Answers.DataAsync($"{{ search(text: \"{Secret}\") {{ totalCount }} }}")).GetProperty("search").GetProperty("totalCount").GetInt32();

    private Task<List<(long, string, string?)>> ChangesAsync()
        => _graph.Graph.ReadAsync(async graph => (await graph.Changes.OrderBy(change => change.Version).ToListAsync()).ConvertAll(change => (change.Version, change.Actor, change.Reason)));

    /// <summary>No table, no entry of the log, no line of an export and, soon, no search has it.</summary>
    private async Task NowhereAsync(string? outside = null)
    {
        if (outside is not null) await RedactAsync(await _graph.IdAsync("article", outside), "text");
        Assert.DoesNotContain(Secret, await EverythingAsync(), StringComparison.OrdinalIgnoreCase);
        for (var tries = 0; tries < 600 && await FoundAsync() > 0; tries++) await Task.Delay(50);
        Assert.Equal(0, await FoundAsync());
    }

    private async Task<string> EverythingAsync()
    {
        var log = await _graph.Graph.ReadAsync(graph => graph.ChangeEntries.Select(entry => entry.OldValue + " " + entry.NewValue).ToListAsync());
        using var export = new MemoryStream();
        await new BundleExport(_graph.Graph.Storage).WriteAsync(export, null, default);
        var foreign = new List<string>();
        foreach (var format in Enum.GetValues<ForeignFormat>()) foreign.Add((await Exported.WriteAsync(_graph.Graph.Storage, format, publishesText: true)).All);
        return string.Join('\n', [await _graph.Graph.DumpAsync(), .. log, Encoding.UTF8.GetString(export.ToArray()), .. foreign]);
    }
}
