using System.Text.Json;
using System.Text.Json.Nodes;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Mutations;

/// <summary>The story of the sample, entered from nothing by mutations alone.</summary>
public sealed class MadridStoryTests
{
    private static readonly string[] Texts = ["title", "summary", "description"];

    [Fact]
    public async Task What_an_editor_enters_answers_as_the_imported_sample_does()
    {
        await using var entered = await MutationAnswers.CreateAsync();
        await EnterAsync(entered);

        await using var imported = await TestGraph.CreateWithSampleAsync();
        using var sample = new GraphAnswers(imported.Storage);
        foreach (var operation in (string[])["HammouchiMeetings"])
        {
            var query = SavedOperation.Read(operation);
            Assert.Equal((await sample.DataAsync(query)).ToString(), (await entered.Answers.DataAsync(query)).ToString());
        }
    }

    [Fact]
    public async Task A_whole_meeting_is_recorded_in_one_version()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        const string text = "On 3 March 2025 the Minister of Ports, Amal Bennani, received Karl Weiß of the Harbour Authority in Rabat.  They signed a memorandum on pilots.";
        await graph.WriteAsync("addSourceArticle", new { title = "Ports", url = "https://example.org/ports", language = "en", text }, "sourceArticle { id }");
        var before = await graph.VersionAsync();
        object Named(string value) => new { names = new[] { new { value, language = "en" } } };
        object Quote(string quote) => new { article = new { url = "https://example.org/ports" }, quote };

        var payload = await graph.WriteAsync(
            "recordMeeting",
            new
            {
                title = new[] { new { language = "en", value = "Talks about ports" } },
                kind = "BILATERAL",
                status = "HELD",
                starts = "2025-03-03",
                place = new { @new = new { names = new[] { new { value = "Rabat", language = "en" } }, country = new { code = "MA" } } },
                host = new { @new = new { names = new[] { new { value = "Ministry of Ports", language = "en" } }, kind = "MINISTRY", country = new { code = "MA" } } },
                topics = new[] { new { @new = Named("Pilots") } },
                participants = new object[]
                {
                    new
                    {
                        official = new { @new = Named("Amal Bennani") }, agency = new { name = "ministry of ports" }, role = "HOST",
                        capacity = new[] { new { post = new { @new = new { names = new[] { new { value = "Minister of Ports", language = "en" } }, agency = new { name = "Ministry of Ports" } } } } },
                        citations = new[] { Quote("the minister of ports, AMAL BENNANI") },
                    },
                    new { official = new { @new = Named("Karl Weiß") }, agency = new { @new = Named("Harbour Authority") }, role = "GUEST" },
                },
                agreements = new[]
                {
                    new
                    {
                        title = new[] { new { language = "en", value = "Memorandum on pilots" } }, kind = "MEMORANDUM", status = "SIGNED", signed = "2025-03-03",
                        topics = new[] { new { name = "pilots" } },
                        parties = new object[] { new { agency = new { name = "Ministry of Ports" }, signatory = new { name = "amal bennani" } }, new { country = new { code = "DE" } } },
                        citations = new[] { Quote("in Rabat. They signed a memorandum") },
                    },
                },
                citations = new[] { Quote("On 3 March 2025") },
            },
            """
            meeting {
              slug place { name } host { name } topics { name } updatedVersion
              participations(first: 5) { nodes { role official { name } agency { name } capacity { post { name } } citations(first: 5) { nodes { quote start end } } statedBy } }
              agreements(first: 5) { nodes { title topics { name } parties { agency { name } country { code } signatory { name } } citations(first: 5) { nodes { quote start end } } } }
            }
            """);

        var meeting = payload.GetProperty("meeting");
        Assert.Equal(before + 1, payload.GetProperty("version").GetInt64());
        Assert.Equal(before + 1, await graph.VersionAsync());
        Assert.Equal("talks-about-ports", meeting.GetProperty("slug").GetString());
        Assert.Equal("Rabat", meeting.GetProperty("place").GetProperty("name").GetString());
        var people = meeting.GetProperty("participations").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(["Amal Bennani", "Karl Weiß"], people.Select(one => one.GetProperty("official").GetProperty("name").GetString()));
        Assert.Equal(["Ministry of Ports", "Harbour Authority"], people.Select(one => one.GetProperty("agency").GetProperty("name").GetString()));
        Assert.Equal("Minister of Ports", people[0].GetProperty("capacity")[0].GetProperty("post").GetProperty("name").GetString());
        Assert.Equal("the Minister of Ports, Amal Bennani", Cited(people[0], text));
        Assert.Equal("On 3 March 2025", Cited(people[1], text));
        Assert.All(people, one => Assert.Equal(JsonValueKind.Null, one.GetProperty("statedBy").ValueKind));
        var agreement = Assert.Single(meeting.GetProperty("agreements").GetProperty("nodes").EnumerateArray());
        Assert.Equal("in Rabat.  They signed a memorandum", Cited(agreement, text));
        Assert.Equal("Amal Bennani", agreement.GetProperty("parties")[0].GetProperty("signatory").GetProperty("name").GetString());
        Assert.Equal("DE", agreement.GetProperty("parties")[1].GetProperty("country").GetProperty("code").GetString());
    }

    private static string Cited(JsonElement cited, string text)
    {
        var citation = Assert.Single(cited.GetProperty("citations").GetProperty("nodes").EnumerateArray());
        var found = text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()];
        Assert.Equal(found, citation.GetProperty("quote").GetString());
        return found;
    }

    private static async Task EnterAsync(MutationAnswers graph)
    {
        var folder = Path.Combine(SharedData.Repository, "samples", "madrid-2025");
        var records = (await File.ReadAllLinesAsync(Path.Combine(folder, "graph.jsonl"))).Skip(1).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);

        // An article and its publisher point at each other: the article comes first, without it.
        foreach (var record in records.OrderBy(record => record["type"]!.GetValue<string>() == "SourceArticle" ? 0 : 1))
        {
            var type = record["type"]!.GetValue<string>();
            var key = record["key"]?.GetValue<string>();
            var input = new JsonObject();
            foreach (var (field, value) in record.Where(field => field.Key is not ("type" or "key" or "publisher")))
            {
                if (field == "textFile") input["text"] = await File.ReadAllTextAsync(Path.Combine(folder, value!.GetValue<string>()));
                else input[field] = Converted(field, value!, ids);
            }

            var shown = char.ToLowerInvariant(type[0]) + type[1..];
            var payload = await graph.WriteAsync($"add{type}", input, $"{shown} {{ id }}");
            if (key is not null) ids[key] = payload.GetProperty(shown).GetProperty("id").GetString()!;
        }

        foreach (var article in records.Where(record => record.ContainsKey("publisher")))
        {
            var id = await graph.IdAsync("article", article["slug"]!.GetValue<string>());
            await graph.WriteAsync("updateSourceArticle", new { id, publisher = new { slug = article["publisher"]!.GetValue<string>() } }, "sourceArticle { id }");
        }
    }

    /// <summary>A field of a record as inputs write it.</summary>
    private static JsonNode Converted(string field, JsonNode value, Dictionary<string, string> ids) => (field, value) switch
    {
        (_, JsonObject texts) when Texts.Contains(field)
            => new JsonArray([.. texts.Select(text => new JsonObject { ["language"] = text.Key, ["value"] = text.Value!.GetValue<string>() })]),
        (_, JsonObject { Count: 1 } reference) when reference["key"] is { } key => new JsonObject { ["id"] = ids[key.GetValue<string>()] },
        (_, JsonObject parts) => new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)Converted(part.Key, part.Value!, ids)))),
        (_, JsonArray items) => new JsonArray([.. items.Select(item => Converted(field, item!, ids))]),
        ("article" or "country" or "place" or "host" or "parent" or "topics" or "occasions" or "places" or "agency" or "official" or "post" or "meeting" or "agreement"
            or "broader" or "onBehalfOf" or "signatory" or "tenure", JsonValue slug) => new JsonObject { ["slug"] = slug.GetValue<string>() },
        _ => value.DeepClone(),
    };
}
