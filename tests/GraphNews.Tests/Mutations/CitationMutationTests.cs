using System.Text.Json;

namespace GraphNews.Tests.Mutations;

/// <summary>Sources for what stands, and what to accept where they disagree.</summary>
public sealed class CitationMutationTests : IAsyncLifetime
{
    private const string Text = "ولد عبد اللطيف حموشي سنة 1966 في تازة. He was born in 1967. He was born in 1967, some say.";
    private const string Disputes = "disputes { field accepted claims { value citations { article { slug } } } } birthDate { text }";

    private MutationAnswers _graph = null!;
    private string _official = null!;

    public async Task InitializeAsync()
    {
        _graph = await MutationAnswers.OfSampleAsync();
        _official = await _graph.IdAsync("official", "abdellatif-hammouchi");
        await _graph.WriteAsync("addSourceArticle", new { title = "A life", slug = "a-life", text = Text }, "sourceArticle { id }");
        await _graph.WriteAsync("addSourceArticle", new { title = "A table", slug = "a-table", kind = "DATASET" }, "sourceArticle { id }");
    }

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    private static object Article(string slug) => new { slug };

    [Theory]
    [InlineData("ولد عبد اللطيف حموشي", "ولد عبد اللطيف حموشي")]
    [InlineData("وُلِدَ  عبداللطيف حمّوشي", "ولد عبد اللطيف حموشي")]
    [InlineData("1967, SOME say", "1967, some say")]
    public async Task A_quote_is_found_whatever_its_case_and_marks_and_kept_as_the_text_has_it(string quote, string kept)
    {
        var citation = (await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-life"), quote }, "citation { quote start end assertedBy }")).GetProperty("citation");

        Assert.Equal(kept, citation.GetProperty("quote").GetString());
        Assert.Equal(kept, Text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
        Assert.Equal("key:amal", citation.GetProperty("assertedBy").GetString());
    }

    [Fact]
    public async Task A_quote_that_does_not_stand_in_the_text_or_stands_there_twice_is_refused()
    {
        Assert.Equal(("InputError", "QUOTE_NOT_FOUND", "input.quote"), await _graph.ErrorAsync("cite", new { subject = _official, article = Article("a-life"), quote = "He was born in 1968" }));
        Assert.Equal(("InputError", "QUOTE_NOT_FOUND", "input.quote"), await _graph.ErrorAsync("cite", new { subject = _official, article = Article("a-life"), quote = "he was born in 1967" }));
        Assert.Equal(("InputError", "QUOTE_NOT_FOUND", "input.quote"), await _graph.ErrorAsync("cite", new { subject = _official, article = Article("a-table"), quote = "1967" }));
        await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-life"), quote = "He was born in 1967", start = Text.IndexOf("He was", StringComparison.Ordinal) }, "citation { id }");
    }

    [Fact]
    public async Task A_value_that_differs_opens_a_dispute_and_settling_keeps_the_others()
    {
        await _graph.WriteAsync("updateOfficial", new { id = _official, birthDate = "1966" }, "official { id }");
        await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-life"), quote = "سنة 1966", field = "birthDate" }, "citation { id }");
        await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-table"), locator = "row 3", field = "birthDate", value = "1967" }, "citation { id }");

        Assert.Equal("""birthDate 1966: 1966 by a-life, 1967 by a-table; shows 1966""", await DisputesAsync());
        Assert.Equal(("InputError", "INVALID_INPUT", "input.value"), await _graph.ErrorAsync("settleDispute", new { subject = _official, field = "birthDate", value = "1970" }));
        Assert.Equal(("InputError", "INVALID_INPUT", "input.field"), await _graph.ErrorAsync("settleDispute", new { subject = _official, field = "deathDate", value = "1970" }));

        await _graph.WriteAsync("settleDispute", new { subject = _official, field = "birthDate", value = "1967", reason = "The register." }, "subject { id }");
        Assert.Equal("""birthDate 1967: 1966 by a-life, 1967 by a-table; shows 1967""", await DisputesAsync());
    }

    [Fact]
    public async Task An_update_does_not_let_a_source_say_what_it_does_not()
    {
        await _graph.WriteAsync("updateOfficial", new { id = _official, birthDate = "1966" }, "official { id }");
        await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-life"), quote = "سنة 1966", field = "birthDate" }, "citation { id }");

        await _graph.WriteAsync("updateOfficial", new { id = _official, birthDate = "1965" }, "official { id }");

        Assert.Equal("""birthDate 1965: 1966 by a-life; shows 1965""", await DisputesAsync());
    }

    [Theory]
    [InlineData("shoeSize", "44", "input.field")]
    [InlineData("birthDate", "last spring", "input.value")]
    [InlineData("country", "atlantis", "input.value")]
    [InlineData("country", "madrid", "input.value")]
    [InlineData("slug", "somebody-else", "input.field")]
    public async Task A_field_or_value_that_cannot_be_is_refused(string field, string value, string path)
        => Assert.Equal(
            ("InputError", "INVALID_INPUT", path),
            await _graph.ErrorAsync("cite", new { subject = _official, article = Article("a-table"), locator = "row 3", field, value }));

    [Fact]
    public async Task A_fact_that_loses_its_last_source_is_not_left_bare()
    {
        var added = await _graph.WriteAsync(
            "addName",
            new { subject = new { id = _official }, value = "H. Abdellatif", language = "fr", citations = new[] { new { article = Article("a-table"), locator = "row 9" } } },
            "name { id statedBy citations(first: 1) { nodes { id } } }");
        Assert.Equal(JsonValueKind.Null, added.GetProperty("name").GetProperty("statedBy").ValueKind);
        var citation = added.GetProperty("name").GetProperty("citations").GetProperty("nodes")[0].GetProperty("id").GetString();

        Assert.Equal(("ConflictError", "UNCITED_FACT", ""), await _graph.ErrorAsync("retractCitation", new { id = citation }));
    }

    [Theory]
    [InlineData("url", "javascript:alert(1)", "INVALID_INPUT", "input.value")]
    [InlineData("title", "<b>A life</b>", "INVALID_INPUT", "input.value")]
    [InlineData("language", "no language", "INVALID_INPUT", "input.value")]
    [InlineData("text", "He was born in 1967.", "INVALID_INPUT", "input.field")]
    [InlineData("contentHash", "0", "INVALID_INPUT", "input.field")]
    public async Task No_dispute_brings_in_what_an_update_refuses(string field, string value, string code, string path)
    {
        var subject = await _graph.IdAsync("article", "a-life");

        Assert.Equal(("InputError", code, path), await _graph.ErrorAsync("cite", new { subject, article = Article("a-table"), locator = "row 3", field, value }));
    }

    [Fact]
    public async Task A_dispute_settled_against_a_rule_of_the_graph_is_refused()
    {
        await _graph.WriteAsync("updateOfficial", new { id = _official, birthDate = "1966", deathDate = "2001" }, "official { id }");
        await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-table"), locator = "row 3", field = "birthDate", value = "2002" }, "citation { id }");
        await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-table"), locator = "row 4", field = "description", value = "A tailor" }, "citation { id }");

        Assert.Equal(("InputError", "INVALID_INPUT", "input.value"), await _graph.ErrorAsync("settleDispute", new { subject = _official, field = "birthDate", value = "2002" }));
        Assert.Equal(("InputError", "INVALID_INPUT", "input.language"), await _graph.ErrorAsync("settleDispute", new { subject = _official, field = "description", value = "A tailor", language = "the language of tailors" }));
    }

    [Fact]
    public async Task A_citation_is_changed_where_its_update_says_something()
    {
        await _graph.WriteAsync("updateOfficial", new { id = _official, birthDate = "1966" }, "official { id }");
        var cited = (await _graph.WriteAsync(
            "cite", new { subject = _official, article = Article("a-life"), quote = "He was born in 1967, some say", field = "birthDate", value = "1967", confidence = 0.5 }, "citation { id updatedVersion }"))
            .GetProperty("citation");
        var (id, seen) = (cited.GetProperty("id").GetString(), cited.GetProperty("updatedVersion").GetInt64());

        var updated = await _graph.WriteAsync("updateCitation", new { id, expectedVersion = seen, quote = "سنة 1966" }, "citation { quote start end field value confidence }");
        var start = Text.IndexOf("سنة", StringComparison.Ordinal);
        Assert.Equal($"سنة 1966 at {start} to {start + 8}, in  of birthDate: 1967, 0.5", Said(updated));
        Assert.Equal("birthDate 1966: 1967 by a-life; shows 1966", await DisputesAsync());

        Assert.Equal(("StaleVersionError", "STALE_VERSION", ""), await _graph.ErrorAsync("updateCitation", new { id, expectedVersion = seen, value = "1966" }));
        await _graph.WriteAsync("updateCitation", new Dictionary<string, object?> { ["id"] = id, ["value"] = null, ["confidence"] = null }, "citation { id }");
        Assert.Equal("; shows 1966", await DisputesAsync());

        var moved = await _graph.WriteAsync("updateCitation", new Dictionary<string, object?> { ["id"] = id, ["locator"] = "paragraph 1", ["field"] = null }, "citation { quote start end locator field value confidence }");
        Assert.Equal(" at  to , in paragraph 1 of : , ", Said(moved));

        static string Said(JsonElement payload)
        {
            var citation = payload.GetProperty("citation");
            string Part(string field) => citation.TryGetProperty(field, out var value) ? value.ToString() : "";
            return $"{Part("quote")} at {Part("start")} to {Part("end")}, in {Part("locator")} of {Part("field")}: {Part("value")}, {Part("confidence")}";
        }
    }

    [Fact]
    public async Task A_disputed_citation_that_is_moved_to_another_field_leaves_its_dispute()
    {
        await _graph.WriteAsync("updateOfficial", new { id = _official, birthDate = "1966" }, "official { id }");
        var id = (await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-table"), locator = "row 3", field = "birthDate", value = "1967" }, "citation { id }"))
            .GetProperty("citation").GetProperty("id").GetString();

        await _graph.WriteAsync("updateCitation", new Dictionary<string, object?> { ["id"] = id, ["field"] = "country", ["value"] = null }, "citation { id }");

        Assert.Equal("; shows 1966", await DisputesAsync());
    }

    [Theory]
    [InlineData("quote", "He was born in 1968", "QUOTE_NOT_FOUND", "input.quote")]
    [InlineData("locator", "", "INVALID_INPUT", "input.quote")]
    [InlineData("value", "last spring", "INVALID_INPUT", "input.value")]
    [InlineData("field", "shoeSize", "INVALID_INPUT", "input.field")]
    [InlineData("confidence", 1.5, "INVALID_INPUT", "input.confidence")]
    public async Task A_citation_is_not_changed_to_what_cite_would_refuse(string field, object value, string code, string path)
    {
        var id = (await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-life"), quote = "سنة 1966", field = "birthDate", value = "1966" }, "citation { id }"))
            .GetProperty("citation").GetProperty("id").GetString();

        Assert.Equal(("InputError", code, path), await _graph.ErrorAsync("updateCitation", new Dictionary<string, object?> { ["id"] = id, [field] = value }));
    }

    [Fact]
    public async Task A_citation_is_retracted_and_restored_with_what_it_disputes()
    {
        await _graph.WriteAsync("updateOfficial", new { id = _official, birthDate = "1966" }, "official { id }");
        var id = (await _graph.WriteAsync("cite", new { subject = _official, article = Article("a-table"), locator = "row 3", field = "birthDate", value = "1967" }, "citation { id }"))
            .GetProperty("citation").GetProperty("id").GetString();
        var disputed = await DisputesAsync();

        await _graph.WriteAsync("retractCitation", new { id }, "tombstone { kind }");
        Assert.Equal("; shows 1966", await DisputesAsync());
        await _graph.WriteAsync("restoreCitation", new { id }, "citation { locator }");
        Assert.Equal(disputed, await DisputesAsync());

        var article = await _graph.IdAsync("article", "a-table");
        await _graph.WriteAsync("retractSourceArticle", new { id = article }, "tombstone { kind }");
        Assert.Equal("; shows 1966", await DisputesAsync());
        await _graph.WriteAsync("restoreSourceArticle", new { id = article }, "sourceArticle { id }");
        Assert.Equal(disputed, await DisputesAsync());
    }

    private async Task<string> DisputesAsync()
    {
        var official = (await _graph.Answers.DataAsync($"{{ official(slug: \"abdellatif-hammouchi\") {{ {Disputes} }} }}")).GetProperty("official");
        var disputes = official.GetProperty("disputes").EnumerateArray().Select(dispute =>
            $"{dispute.GetProperty("field")} {dispute.GetProperty("accepted")}: " + string.Join(", ", dispute.GetProperty("claims").EnumerateArray()
                .Select(claim => $"{claim.GetProperty("value")} by {string.Join('+', claim.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("article").GetProperty("slug").GetString()))}")
                .Order(StringComparer.Ordinal)));
        return $"{string.Join("; ", disputes)}; shows {official.GetProperty("birthDate").GetProperty("text")}";
    }
}
