using System.Text;
using System.Text.Json;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Imports.FollowTheMoney;
using GraphNews.Graph.Mappings;
using GraphNews.Graph.Nodes;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Exports;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Imports;

/// <summary>FollowTheMoney entities as sources send them, and as this project has written them.</summary>
public sealed class FollowTheMoneyImportTests : IDisposable
{
    private static readonly string[] Entities =
    [
        """{"id":"NK-1","schema":"Person","properties":{"name":["Amal Haddad","أمل حداد"],"alias":["A. Haddad"],"birthDate":["1960","1960-05-01"],"deathDate":["2020-01","2021"],"nationality":["ma","fr"],"passportNumber":["X1"]},"referents":["q-17"],"datasets":["sanctions"]}""",
        """{"id":"NK-2","schema":"PublicBody","properties":{"name":["Ministry of Water"],"country":["su","ma"],"incorporationDate":["1956"],"classification":["ministry"]},"datasets":["sanctions"]}""",
        """{"id":"NK-3","schema":"Position","properties":{"name":["Minister of Water"],"organization":["NK-2"]}}""",
        """{"id":"NK-4","schema":"Occupancy","properties":{"holder":["q-17"],"post":["NK-3"],"startDate":["2010-03"],"endDate":["2012-01-05T00:00:00"],"status":["ended"],"proof":["NK-9"]}}""",
        """{"id":"NK-5","schema":"Membership","properties":{"member":["NK-1"],"organization":["NK-2"],"role":["Adviser"],"startDate":["2013"]}}""",
        """{"id":"NK-6","schema":"Event","properties":{"name":["Talks on water"],"startDate":["2011-06"],"involved":["q-17","NK-2","NK-404"],"location":["Rabat"],"keywords":["water"],"namesMentioned":["Somebody"]}}""",
        """{"id":"NK-7","schema":"Vessel","properties":{"name":["Sea Star"]}}""",
        """{"id":"NK-8","schema":"Identification","properties":{"holder":["NK-1"],"type":["register"],"number":["R-1"]}}""",
        """{"id":"NK-9","schema":"Article","properties":{"title":["A minister goes"],"sourceUrl":["https://news.example.org/1"],"language":["ara"],"publisher":["The Example"],"publishedAt":["2012-01-06"]}}""",
        "{\"id\":\"NK-10\",",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly List<MappingNotice> _notices = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entities_become_records_and_what_has_no_room_is_told()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var report = await ImportAsync(graph, Entities);

        Assert.Equal((0, 1), (report.Claimed, report.Rejected));
        using var answers = new GraphAnswers(graph.Storage);
        var official = (await answers.DataAsync("""
            {
              official(slug: "amal-haddad") {
                names { value kind } birthDate { text } deathDate { text } country { code } identifiers { scheme value } disputes { field accepted claims { value } }
                tenures { from { text } until { text } status post { name agency { slug kind founded { text } } } citations { nodes { article { title } locator } } }
                meetings { nodes { title(language: "en") starts { text } place { name } topics { name } participations { nodes { nameAsWritten official { slug } agency { slug } } } } }
              }
            }
            """)).GetProperty("official");
        Assert.Equal("Amal Haddad NAME, أمل حداد NAME, A. Haddad ALIAS", string.Join(", ", official.GetProperty("names").EnumerateArray().Select(name => $"{name.GetProperty("value")} {name.GetProperty("kind")}")));

        // The most exact of those that fit together; what contradicts it is a dispute.
        Assert.Equal("1960-05-01", official.GetProperty("birthDate").GetProperty("text").GetString());
        Assert.Equal("2020-01", official.GetProperty("deathDate").GetProperty("text").GetString());
        Assert.Equal("""[{"field":"deathDate","accepted":"2020-01","claims":[{"value":"2021"}]}]""", official.GetProperty("disputes").GetRawText());
        Assert.Equal("MA", official.GetProperty("country").GetProperty("code").GetString());
        Assert.Equal("register R-1, test NK-1, test q-17", string.Join(", ", official.GetProperty("identifiers").EnumerateArray().Select(key => $"{key.GetProperty("scheme")} {key.GetProperty("value")}")));

        // Also where the holder is called by an id that was merged since.
        var tenures = official.GetProperty("tenures").EnumerateArray().ToDictionary(tenure => tenure.GetProperty("post").GetProperty("name").GetString()!);
        Assert.Equal("2010-03 2012-01-05 ENDED", $"{Text(tenures["Minister of Water"], "from")} {Text(tenures["Minister of Water"], "until")} {tenures["Minister of Water"].GetProperty("status")}");
        Assert.Equal("""{"slug":"ministry-of-water","kind":"MINISTRY","founded":{"text":"1956"}}""", tenures["Adviser"].GetProperty("post").GetProperty("agency").GetRawText());
        Assert.Equal(
            """[{"article":{"title":"test"},"locator":"entity NK-4"},{"article":{"title":"A minister goes"},"locator":"as a whole"}]""",
            tenures["Minister of Water"].GetProperty("citations").GetProperty("nodes").GetRawText());

        Assert.Equal(
            """[{"title":"Talks on water","starts":{"text":"2011-06"},"place":{"name":"Rabat"},"topics":[],"participations":{"nodes":[{"nameAsWritten":null,"official":{"slug":"amal-haddad"},"agency":null},{"nameAsWritten":null,"official":null,"agency":{"slug":"ministry-of-water"}}]}}]""",
            official.GetProperty("meetings").GetProperty("nodes").GetRawText());

        Assert.Equal(
            ["FURTHER_VALUE 1", "UNKNOWN_ENTITY 6", "UNREADABLE_VALUE 2", "UNREAD_PROPERTY 1", "UNREAD_PROPERTY 6", "UNREAD_PROPERTY 6", "UNREAD_SCHEMA 7"],
            Noticed());
    }

    [Fact]
    public async Task A_legal_entity_that_has_what_people_do_not_is_an_agency_and_any_other_is_told()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var report = await ImportAsync(
            graph,
            [
                """{"id":"L-1","schema":"LegalEntity","properties":{"name":["Harbour Works"],"legalForm":["Ltd"],"incorporationDate":["1999"],"classification":["committee"]}}""",
                """{"id":"L-2","schema":"LegalEntity","properties":{"name":["A. Haddad"],"country":["ma"]}}""",
                """{"id":"L-3","schema":"Person","properties":{"name":["Amal Haddad"]}}""",
                """{"id":"L-4","schema":"Directorship","properties":{"director":["L-3"],"organization":["L-1"]}}""",
                """{"id":"L-5","schema":"Directorship","properties":{"director":["L-2"],"organization":["L-1"]}}""",
            ]);

        Assert.Equal(0, report.Rejected);
        using var answers = new GraphAnswers(graph.Storage);
        var official = (await answers.DataAsync("""{ official(slug: "amal-haddad") { tenures { post { name agency { name kind founded { text } } } } } }""")).GetProperty("official");
        Assert.Equal("""[{"post":{"name":"Director","agency":{"name":"Harbour Works","kind":"UNKNOWN","founded":{"text":"1999"}}}}]""", official.GetProperty("tenures").GetRawText());
        Assert.Equal(["UNKNOWN_ENTITY 5", "UNREADABLE_VALUE 1", "UNREAD_PROPERTY 1", "UNREAD_SCHEMA 2"], Noticed());
        Assert.Contains(_notices, notice => notice.Reason == "LegalEntity L-2 may be a person or a body, and nothing in it tells which.");
    }

    [Fact]
    public async Task What_leads_from_one_entity_to_another_and_lacks_an_end_is_told_and_so_is_a_key_of_two_holders()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await ImportAsync(
            graph,
            [
                """{"id":"M-1","schema":"Person","properties":{"name":["Amal Haddad"]},"referents":["m-old"]}""",
                """{"id":"M-2","schema":"PublicBody","properties":{"name":["Ministry of Water"]},"referents":["m-body"]}""",
                """{"id":"M-3","schema":"PublicBody","properties":{"name":["Government"]}}""",
                """{"id":"M-4","schema":"Occupancy","properties":{"holder":["M-1"],"startDate":["2010"]}}""",
                """{"id":"M-5","schema":"Membership","properties":{"organization":["M-2"]}}""",
                """{"id":"M-6","schema":"Succession","properties":{"predecessor":["M-2"]}}""",
                """{"id":"M-7","schema":"Identification","properties":{"holder":["M-1"],"number":["7"]}}""",
                """{"id":"M-8","schema":"Identification","properties":{"holder":["m-old"],"type":["register"],"number":["8"],"authority":["Rabat"]}}""",
                """{"id":"M-9","schema":"Identification","properties":{"holder":["M-2"],"type":["register"],"number":["8"]}}""",
                """{"id":"M-10","schema":"Identification","properties":{"holder":["M-404"],"type":["register"],"number":["10"]}}""",
                """{"id":"M-11","schema":"Membership","properties":{"member":["m-body"],"organization":["M-3"],"role":["part of"]}}""",
                """{"id":"M-12","schema":"Membership","properties":{"member":["m-body"],"organization":["M-2"],"role":["part of"]}}""",
            ]);

        Assert.Equal(
            [
                "FURTHER_VALUE 12", "FURTHER_VALUE 9", "MISSING_PROPERTY 4", "MISSING_PROPERTY 5", "MISSING_PROPERTY 6", "MISSING_PROPERTY 7",
                "UNKNOWN_ENTITY 10", "UNREAD_PROPERTY 4", "UNREAD_PROPERTY 4", "UNREAD_PROPERTY 5", "UNREAD_PROPERTY 6", "UNREAD_PROPERTY 7", "UNREAD_PROPERTY 7",
                "UNREAD_PROPERTY 8",
            ],
            Noticed());

        // Also where the holder, or the part, is called by an id that was merged since.
        using var answers = new GraphAnswers(graph.Storage);
        var data = await answers.DataAsync("""{ official(slug: "amal-haddad") { identifiers { scheme value } } agency(slug: "ministry-of-water") { parent { slug } } }""");
        Assert.Contains("""{"scheme":"register","value":"8"}""", data.GetProperty("official").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("government", data.GetProperty("agency").GetProperty("parent").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped_and_a_line_that_is_no_Unicode_is_a_reject()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        const string Person = """{"id":"P-1","schema":"Person","properties":{"name":["Zoé"]}}""";
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Person), (byte)'\r', (byte)'\n', .. Encoding.Latin1.GetBytes(Person.Replace("P-1", "P-2", StringComparison.Ordinal)), (byte)'\n', .. Encoding.UTF8.GetBytes(Person.Replace("Zoé", "\\ud800", StringComparison.Ordinal))];
        await File.WriteAllBytesAsync(_folder.File("test.ftm.json"), file);
        Assert.True(await FollowTheMoneySource.IsAsync(_folder.File("test.ftm.json"), default));

        var rejects = new List<ImportedItem>();
        var report = await new Importer(graph.Writer).RunAsync(
            new FollowTheMoneySource(_folder.File("test.ftm.json"), source: null), new ImportOptions { Item = item => { if (item.Outcome == ImportOutcome.Rejected) rejects.Add(item); } }, default);

        Assert.Equal(2, report.Rejected);
        Assert.StartsWith("The line is not UTF-8.", rejects[0].Detail, StringComparison.Ordinal);
        Assert.StartsWith("The line has half of a character", rejects[1].Detail, StringComparison.Ordinal);
        Assert.Equal("Zoé", await graph.ReadAsync(context => context.Names.Where(name => name.Subject.Kind == NodeKind.Official).Select(name => name.Value).SingleAsync()));
    }

    [Fact]
    public async Task The_same_entities_again_change_nothing_and_one_that_was_merged_since_is_known_again()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var first = await ImportAsync(graph, Entities);
        var again = await ImportAsync(graph, Entities);
        Assert.Equal((0, 0, 0, first.Version), (again.Created, again.Updated, again.Vanished, again.Version));

        // Its source has merged it with another, and calls it so from now on.
        var merged = Entities.Select(line => line.Replace("\"id\":\"NK-1\"", "\"id\":\"NK-99\"", StringComparison.Ordinal).Replace("[\"q-17\"],\"datasets\"", "[\"q-17\",\"NK-1\"],\"datasets\"", StringComparison.Ordinal));
        var then = await ImportAsync(graph, [.. merged]);

        Assert.Equal(1, await graph.ReadAsync(context => context.Officials.CountAsync(official => official.HiddenSince == null)));
        Assert.Equal(0, then.Created);
    }

    [Fact]
    public async Task What_was_written_comes_back_with_the_documented_losses_and_no_others()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var written = await Exported.WriteAsync(graph.Storage, ForeignFormat.FollowTheMoney, publishesText: true);
        await using var other = await TestGraph.CreateWithCountriesAsync();

        var report = await ImportAsync(other, [.. written.Lines()]);

        Assert.Equal(0, report.Rejected);
        Assert.Equal(["UNREAD_SCHEMA"], _notices.Select(notice => notice.Code).Distinct());
        Assert.All(_notices, notice => Assert.Contains("Mention", notice.Reason, StringComparison.Ordinal));
        var back = await Exported.WriteAsync(other.Storage, ForeignFormat.FollowTheMoney, publishesText: true);
        Assert.Equal(EntitySet.Of(written.Lines()), EntitySet.Of(back.Lines().Where(line => !line.StartsWith("{\"id\":\"dataset-test\"", StringComparison.Ordinal))));
    }

    private IEnumerable<string> Noticed() => _notices.Select(notice => $"{notice.Code} {notice.Line}").Order(StringComparer.Ordinal);

    private static string? Text(JsonElement fact, string date) => fact.GetProperty(date).GetProperty("text").GetString();

    private async Task<ImportReport> ImportAsync(TestGraph graph, IReadOnlyList<string> lines)
    {
        var path = _folder.File("test.ftm.json");
        await File.WriteAllLinesAsync(path, lines, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(await FollowTheMoneySource.IsAsync(path, default));
        var source = new FollowTheMoneySource(path, source: null) { Noticed = _notices.Add };
        return await new Importer(graph.Writer).RunAsync(source, new ImportOptions(), default);
    }
}
