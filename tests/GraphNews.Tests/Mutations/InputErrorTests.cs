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
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_told_with_its_path(string mutation, object input, string code, string path)
    {
        var error = await _graph.ErrorAsync(mutation, input);
        Assert.Equal((code, path), (error.Code, error.Path));
    }

    [Fact]
    public async Task A_circle_of_parents_is_refused()
    {
        var above = (await _graph.WriteAsync("addAgency", Named("Above"), "agency { id }")).GetProperty("agency").GetProperty("id").GetString();
        var below = (await _graph.WriteAsync("addAgency", new { names = new[] { new { value = "Below" } }, parent = new { id = above } }, "agency { id }")).GetProperty("agency").GetProperty("id").GetString();

        Assert.Equal(("InputError", "INVALID_INPUT", "input.parent"), await _graph.ErrorAsync("updateAgency", new { id = above, parent = new { id = below } }));
        Assert.Equal(("InputError", "INVALID_INPUT", "input.parent"), await _graph.ErrorAsync("updateAgency", new { id = above, parent = new { id = above } }));
    }

    [Fact]
    public async Task A_name_that_several_have_is_told_with_all_who_may_be_meant()
    {
        await _graph.WriteAsync("addPlace", Named("Springfield"), "place { id }");
        await _graph.WriteAsync("addPlace", Named("Springfield"), "place { id }");

        Assert.Equal(("ReferenceError", "AMBIGUOUS_NAME", "input.place"), await _graph.ErrorAsync("addMeeting", new { title = new[] { new { language = "en", value = "A" } }, place = new { name = "springfield" } }));
    }
}
