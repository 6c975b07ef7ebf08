using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Mutations;

/// <summary>Each wrong input is told with its code and the path of the field, and nothing is written.</summary>
public sealed class InputErrorTests : IAsyncLifetime
{
    private MutationAnswers _graph = null!;

    public async Task InitializeAsync() => _graph = await MutationAnswers.OfSampleAsync();

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    private static object Named(string value, string language = "en") => new { names = new[] { new { value, language } } };

    private static object[] Titled(string value) => [new { language = "en", value }];

    private static object Cited(string locator) => new { article = new { slug = "no-matter-which" }, locator };

    // What no answer gave: node 1 is a country.
    private static string IdOf(string plain) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(plain)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static TheoryData<string, object, string, string> Wrong => new()
    {
        { "addOfficial", new { country = new { code = "MA" } }, "INVALID_INPUT", "input.names" },
        { "addOfficial", Named("   "), "INVALID_INPUT", "input.names.0.value" },
        { "addOfficial", Named("Amal", "not a language"), "INVALID_INPUT", "input.names.0.language" },
        { "addOfficial", Named("<b>Amal</b>"), "INVALID_INPUT", "input.names.0.value" },
        { "addOfficial", Named("Amal\u202e"), "INVALID_INPUT", "input.names.0.value" },
        { "addOfficial", Named("Am\u0007al"), "INVALID_INPUT", "input.names.0.value" },
        { "addOfficial", Named(new string('a', 401)), "VALUE_TOO_LONG", "input.names.0.value" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, birthDate = "2025-02-30" }, "INVALID_INPUT", "input.birthDate" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, birthDate = "1970", deathDate = "1960" }, "INVALID_INPUT", "input.deathDate" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, slug = "Not a slug" }, "INVALID_INPUT", "input.slug" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, slug = "abdellatif-hammouchi" }, "INVALID_SLUG", "input.slug" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, country = new { code = "XX" } }, "UNKNOWN_NODE", "input.country" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, country = new { } }, "INVALID_INPUT", "input.country" },
        { "addSourceArticle", new { title = "A", url = "javascript:alert(1)" }, "INVALID_INPUT", "input.url" },
        { "addSourceArticle", new { title = "A", url = "ftp://example.org/" }, "INVALID_INPUT", "input.url" },
        { "addTenure", new { official = new { slug = "abdellatif-hammouchi" }, post = new { slug = "nobody" } }, "UNKNOWN_NODE", "input.post" },
        { "addTenure", new { official = new { name = "عبد اللطيف" }, post = new { slug = "nobody" } }, "UNKNOWN_NODE", "input.official" },
        { "addTenure", new { official = new { slug = "madrid" }, post = new { slug = "nobody" } }, "UNKNOWN_NODE", "input.official" },
        { "addMeeting", new { title = new[] { new { language = "en", value = "A" } }, starts = "2025-02-01", ends = "2025-01-01" }, "INVALID_INPUT", "input.ends" },
        { "addMeeting", new { title = new[] { new { language = "en", value = "A" }, new { language = "en", value = "B" } } }, "INVALID_INPUT", "input.title.1.language" },
        { "addParticipation", new { meeting = new { id = "nonsense" } }, "INVALID_ID", "input.meeting.id" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, idempotencyKey = "" }, "INVALID_INPUT", "input.idempotencyKey" },
        { "retractOfficial", new { id = "nonsense" }, "INVALID_ID", "input.id" },
        { "retractOfficial", new { id = IdOf("Agency:1") }, "INVALID_ID", "input.id" },
        { "updateAgency", new { id = IdOf("Agency:1"), founded = "1998" }, "UNKNOWN_NODE", "input.id" },
        { "updateAgency", new { id = IdOf("Agency:999999999"), founded = "1998" }, "UNKNOWN_NODE", "input.id" },
        { "addParticipation", new { meeting = new { id = IdOf("Meeting:1") } }, "INVALID_INPUT", "input.official" },
        { "addParticipation", new { meeting = new { id = IdOf("Meeting:1") }, nameAsWritten = "Amal" }, "UNKNOWN_NODE", "input.meeting" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, identifiers = new[] { new { scheme = "wikidata", value = new string('1', 1000) } } }, "VALUE_TOO_LONG", "input.identifiers.0.value" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, identifiers = new[] { new { scheme = new string('w', 1000), value = "1" } } }, "VALUE_TOO_LONG", "input.identifiers.0.scheme" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, reason = new string('r', 4001) }, "VALUE_TOO_LONG", "input.reason" },
        { "addOfficial", new { names = new[] { new { value = "Amal", citations = new[] { Cited(new string('l', 4001)) } } } }, "VALUE_TOO_LONG", "input.names.0.citations.0.locator" },
        { "addMeeting", new { title = Titled("A"), citations = new[] { Cited(new string('l', 4001)) } }, "VALUE_TOO_LONG", "input.citations.0.locator" },
        { "recordMeeting", new { title = Titled("A"), participants = new[] { new { official = new { @new = Named("<b>Amal</b>") } } } }, "INVALID_INPUT", "input.participants.0.official.new.names.0.value" },
        { "recordMeeting", new { title = Titled("A"), participants = new object[] { new { official = new { slug = "abdellatif-hammouchi" } }, new { official = new { @new = Named("Amal"), slug = "amal" } } } }, "INVALID_INPUT", "input.participants.1.official" },
        { "recordMeeting", new { title = Titled("A"), participants = new[] { new { official = new { slug = "nobody-at-all" } } } }, "UNKNOWN_NODE", "input.participants.0.official" },
        { "recordMeeting", new { title = Titled("A"), place = new { @new = Named(new string('p', 401)) }, participants = Array.Empty<object>() }, "VALUE_TOO_LONG", "input.place.new.names.0.value" },
        { "recordMeeting", new { title = Titled("A"), agreements = new[] { new { title = Titled("B"), parties = new[] { new { agency = new { slug = "nobody" } } } } }, participants = Array.Empty<object>() }, "UNKNOWN_NODE", "input.agreements.0.parties.0.agency" },
        { "addMeeting", new { title = Titled("A\u202e") }, "INVALID_INPUT", "input.title.0.value" },
        { "addMeeting", new { title = Titled("<i>A</i>") }, "INVALID_INPUT", "input.title.0.value" },
        { "addMeeting", new { title = Titled(" ") }, "INVALID_INPUT", "input.title.0.value" },
        { "addMeeting", new { title = new[] { new { language = "en", value = "A" }, new { language = "x y", value = "B" } } }, "INVALID_INPUT", "input.title.1.language" },
        { "addMeeting", new { title = Titled("A"), summary = new[] { new { language = "en", value = "A" }, new { language = "fr", value = new string('b', 4001) } } }, "VALUE_TOO_LONG", "input.summary.1.value" },
        { "addSourceArticle", new { title = "A &amp; B" }, "INVALID_INPUT", "input.title" },
        { "addSourceArticle", new { title = "A", language = "not a language" }, "INVALID_INPUT", "input.language" },
        { "addSourceArticle", new { title = "A", text = "He said\0nothing." }, "INVALID_INPUT", "input.text" },
        { "addSourceArticle", new { title = "A", retrieved = "2025-02-30T10:00:00Z" }, "INVALID_INPUT", "input.retrieved" },
        { "addPublisher", new { names = new[] { new { value = "The Paper" } }, site = "data:text/html,hello" }, "INVALID_INPUT", "input.site" },
        { "addPlace", new { names = new[] { new { value = "Rabat" } }, latitude = 90.5 }, "INVALID_INPUT", "input.latitude" },
        { "addPlace", new { names = new[] { new { value = "Rabat" } }, longitude = -181 }, "INVALID_INPUT", "input.longitude" },
        { "addAgreement", new { title = Titled("A"), signed = "2025-02", ended = "2025-01" }, "INVALID_INPUT", "input.ended" },
        { "addAgreement", new { title = Titled("A"), inForce = "2025-02", ended = "2025-01" }, "INVALID_INPUT", "input.ended" },
        { "addAgency", new { names = new[] { new { value = "Ministry" } }, founded = "1998", dissolved = "1997" }, "INVALID_INPUT", "input.dissolved" },
        { "addOccasion", new { names = new[] { new { value = "World Cup" } }, starts = "2030-07", ends = "2030-06" }, "INVALID_INPUT", "input.ends" },
        { "addTenure", new { official = new { slug = "abdellatif-hammouchi" }, post = new { slug = "morocco-dgsn-director-general" }, from = "2010", until = "2009" }, "INVALID_INPUT", "input.until" },
        { "addTenure", new { official = new { slug = "abdellatif-hammouchi" }, post = new { slug = "morocco-dgsn-director-general" }, attestedFirst = "2025-01-02", attestedLast = "2025-01-01" }, "INVALID_INPUT", "input.attestedLast" },
        { "addTenure", new { official = new { slug = "abdellatif-hammouchi" }, post = new { slug = "morocco-dgsn-director-general" }, attestedFirst = "2025" }, "INVALID_INPUT", "input.attestedFirst" },
        { "addOfficial", new { names = new[] { new { value = "Amal", validFrom = "2020", validUntil = "2019" } } }, "INVALID_INPUT", "input.names.0.validUntil" },
        { "addParticipation", new { meeting = new { slug = "madrid-trilateral-2025-01" }, nameAsWritten = "<b>Amal</b>" }, "INVALID_INPUT", "input.nameAsWritten" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, reason = "Because\u2066" }, "INVALID_INPUT", "input.reason" },
        { "addOfficial", new { names = new[] { new { value = "Amal" } }, idempotencyKey = "a\u0001" }, "INVALID_INPUT", "input.idempotencyKey" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_told_with_its_path(string mutation, object input, string code, string path)
    {
        var error = await _graph.ErrorAsync(mutation, input);
        Assert.Equal((code, path), (error.Code, error.Path));
    }

    [Theory]
    [InlineData("Agency", "agency", "parent")]
    [InlineData("Place", "place", "parent")]
    [InlineData("Topic", "topic", "broader")]
    [InlineData("Meeting", "meeting", "parent")]
    public async Task A_circle_of_parents_is_refused(string kind, string shown, string parent)
    {
        var above = await AddAsync(new { });
        var between = await AddAsync(new { id = above });
        var below = await AddAsync(new { id = between });

        foreach (var point in new[] { below, between, above })
        {
            Assert.Equal(
                ("InputError", "INVALID_INPUT", $"input.{parent}"),
                await _graph.ErrorAsync($"update{kind}", new Dictionary<string, object> { ["id"] = above, [parent] = new { id = point } }));
        }

        async Task<string> AddAsync(object reference)
        {
            var input = new Dictionary<string, object> { [kind == "Meeting" ? "title" : "names"] = Titled("One of three") };
            if (reference.GetType().GetProperty("id") is not null) input[parent] = reference;
            return (await _graph.WriteAsync($"add{kind}", input, $"{shown} {{ id }}")).GetProperty(shown).GetProperty("id").GetString()!;
        }
    }

    [Fact]
    public async Task An_end_before_the_start_is_told_where_the_input_has_one_of_the_two()
    {
        var id = (await _graph.WriteAsync("addAgency", new { names = new[] { new { value = "Ministry" } }, dissolved = "1997" }, "agency { id }")).GetProperty("agency").GetProperty("id").GetString();

        Assert.Equal(("InputError", "INVALID_INPUT", "input.founded"), await _graph.ErrorAsync("updateAgency", new { id, founded = "1998" }));
    }

    [Theory]
    [InlineData("text", "The minister said \\uD83D and left.")]
    [InlineData("title", "A\\uDE00")]
    public async Task Half_of_a_surrogate_pair_is_refused(string field, string value)
    {
        var title = field == "title" ? "" : "title: \"A\", ";
        var answer = await _graph.Answers.DataAsync($"mutation {{ addSourceArticle(input: {{ {title}{field}: \"{value}\" }}) {{ errors {{ ... on InputError {{ code path }} }} }} }}");

        var error = Assert.Single(answer.GetProperty("addSourceArticle").GetProperty("errors").EnumerateArray());
        Assert.Equal("INVALID_INPUT", error.GetProperty("code").GetString());
        Assert.Equal(["input", field], error.GetProperty("path").EnumerateArray().Select(part => part.GetString()));
    }

    [Fact]
    public async Task Names_and_short_texts_are_kept_composed_and_a_text_and_its_quotes_as_received()
    {
        const string Decomposed = "Jose\u0301 Marti\u0301nez", Composed = "Jos\u00e9 Mart\u00ednez";
        var article = (await _graph.WriteAsync("addSourceArticle", new { title = Decomposed, slug = "decomposed", text = $" {Decomposed}\r\n met them. " }, "sourceArticle { id title }")).GetProperty("sourceArticle");
        var official = (await _graph.WriteAsync("addOfficial", new { names = new[] { new { value = Decomposed } }, description = new[] { new { language = "es", value = Decomposed } }, reason = Decomposed }, "official { id name(language: \"es\") description(language: \"es\") history { nodes { reason } } }")).GetProperty("official");
        var citation = (await _graph.WriteAsync("cite", new { subject = official.GetProperty("id").GetString(), article = new { slug = "decomposed" }, quote = Decomposed }, "citation { quote start end }")).GetProperty("citation");

        Assert.Equal(Composed, article.GetProperty("title").GetString());
        Assert.Equal(Composed, official.GetProperty("name").GetString());
        Assert.Equal(Composed, official.GetProperty("description").GetString());
        Assert.Equal(Composed, official.GetProperty("history").GetProperty("nodes")[0].GetProperty("reason").GetString());
        Assert.Equal(Decomposed, citation.GetProperty("quote").GetString());
        Assert.Equal((1, 1 + Decomposed.Length), (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32()));
        Assert.Equal($" {Decomposed}\r\n met them. ", await _graph.Graph.ReadAsync(graph => graph.SourceArticles.Where(one => one.Slug == "decomposed").Select(one => one.Text).SingleAsync()));
    }

    [Fact]
    public async Task A_name_that_several_have_is_told_with_all_who_may_be_meant()
    {
        await _graph.WriteAsync("addPlace", Named("Springfield"), "place { id }");
        await _graph.WriteAsync("addPlace", Named("Springfield"), "place { id }");

        Assert.Equal(("ReferenceError", "AMBIGUOUS_NAME", "input.place"), await _graph.ErrorAsync("addMeeting", new { title = new[] { new { language = "en", value = "A" } }, place = new { name = "springfield" } }));
    }
}
