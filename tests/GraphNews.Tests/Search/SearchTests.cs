using System.Text.Json;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Search;

/// <summary>What the sample's story is found by.</summary>
public sealed class SearchTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private const string Hits = "{ totalCount nodes { node { __typename slug } score matchedName rule } }";

    [Theory]
    [InlineData("حموشي", "FOLDED", "عبد اللطيف حموشي")]
    [InlineData("Hammouchi", "FOLDED", "Abdellatif Hammouchi")]
    [InlineData("HAMMOUCHI abdellatif", "FOLDED", "Abdellatif Hammouchi")]
    [InlineData("Abdellatif Hammouchi", "EXACT", "Abdellatif Hammouchi")]
    [InlineData("abdellatif hammouchi", "FOLDED", "Abdellatif Hammouchi")]
    [InlineData("الحموشي", "LOOSE", "عبد اللطيف حموشي")]
    [InlineData("عبداللطيف حموشي", "LOOSE", "عبد اللطيف حموشي")]
    [InlineData("Hammoushi", "CROSS_SCRIPT", null)]
    [InlineData("Hammou", "PREFIX", "Abdellatif Hammouchi")]
    [InlineData("Abdel Ham", "PREFIX", "Abdellatif Hammouchi")]
    [InlineData("حمو", "PREFIX", "عبد اللطيف حموشي")]
    public async Task An_official_is_found_by_any_spelling_and_by_beginnings(string text, string rule, string? name)
    {
        var hit = Nodes(await AskAsync(text, "[OFFICIAL]"))[0];

        Assert.Equal("abdellatif-hammouchi", Slug(hit));
        Assert.Equal(rule, hit.GetProperty("rule").GetString());
        if (name is not null) Assert.Equal(name, hit.GetProperty("matchedName").GetString());
    }

    [Theory]
    [InlineData("محمود", "Mahmoud Dridi", "Mohammed Alami")]
    [InlineData("محمد", "Mohammed Alami", "Mahmoud Dridi")]
    [InlineData("علي", "Ali Benhima", "Ala Benhima")]
    public async Task Names_of_the_same_consonants_are_told_apart(string text, string found, string other)
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit =>
        {
            foreach (var name in new[] { found, other })
                edit.Add(new Name { SubjectId = edit.Add(new Official()).Id, Value = name, Language = "und", StatedBy = "test" });
        });
        using var answers = new GraphAnswers(graph.Storage);

        var hits = (await answers.DataAsync("query ($text: String!) { search(text: $text) { nodes { matchedName rule } } }", new { text })).GetProperty("search").GetProperty("nodes");

        Assert.Equal([(found, "CROSS_SCRIPT")], hits.EnumerateArray().Select(hit => (hit.GetProperty("matchedName").GetString()!, hit.GetProperty("rule").GetString()!)));
    }

    [Theory]
    [InlineData("meetings", "madrid-bilateral-2025-01")]
    [InlineData("meeting", "madrid-bilateral-2025-01")]
    [InlineData("Madri", "madrid-visit-2025-01")]
    public async Task A_meeting_is_found_by_the_words_of_its_texts_in_any_form(string text, string slug)
    {
        var hits = Nodes(await AskAsync(text, "[MEETING]"));

        Assert.Contains(hits, hit => Slug(hit) == slug);
        Assert.All(hits, hit => Assert.Equal(("TEXT", JsonValueKind.Null), (hit.GetProperty("rule").GetString(), hit.GetProperty("matchedName").ValueKind)));
    }

    [Theory]
    [InlineData("حموشي")]
    [InlineData("Hammoushi")]
    [InlineData("Abdellatif Hammouchi")]
    public async Task Meetings_are_found_by_who_took_part_below_those_that_have_the_words(string text)
    {
        var hits = Nodes(await AskAsync(text));

        var taken = hits.SkipWhile(hit => hit.GetProperty("rule").GetString() != "PARTICIPANT").ToList();
        Assert.All(taken, hit => Assert.Equal("PARTICIPANT", hit.GetProperty("rule").GetString()));
        Assert.All(taken, hit => Assert.Contains(hit.GetProperty("matchedName").GetString(), new[] { "Abdellatif Hammouchi", "عبد اللطيف حموشي" }));
        Assert.Subset(
            hits.Where(hit => hit.GetProperty("node").GetProperty("__typename").GetString() == "Meeting").Select(Slug).ToHashSet(),
            new HashSet<string> { "madrid-bilateral-2025-01", "madrid-trilateral-2025-01", "madrid-visit-2025-01" });
        Assert.NotEmpty(taken);
    }

    [Theory]
    [InlineData("en", "meeting", "meetings")]
    [InlineData("ar", "الشرطة", "شرطة")]
    public async Task Words_are_found_by_the_grammar_of_their_language(string language, string one, string other)
    {
        var slugs = new List<string>();
        foreach (var text in new[] { one, other })
        {
            var hits = Nodes(await AskAsync(text, "[SOURCE_ARTICLE]"));
            slugs.Add(string.Join(' ', hits.Select(Slug).Where(slug => slug.EndsWith(language, StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
        }

        Assert.NotEqual("", slugs[0]);
        Assert.Equal(slugs[0], slugs[1]);
    }

    [Fact]
    public async Task Someone_comes_before_what_is_written_about_them()
    {
        var hits = Nodes(await AskAsync("Hammouchi"));

        Assert.Equal("Official", hits[0].GetProperty("node").GetProperty("__typename").GetString());
        Assert.Contains(hits, hit => hit.GetProperty("node").GetProperty("__typename").GetString() == "SourceArticle");
        Assert.Equal(hits.Select(Score).OrderDescending(), hits.Select(Score));
    }

    [Fact]
    public async Task All_words_must_be_found()
    {
        Assert.NotEmpty(Nodes(await AskAsync("Hammouchi Madrid")));
        Assert.Empty(Nodes(await AskAsync("Hammouchi Reykjavik")));
    }

    [Fact]
    public async Task A_half_typed_word_is_found_in_a_text()
        => Assert.Contains(Nodes(await AskAsync("counter-terr", "[TOPIC, SOURCE_ARTICLE]")), hit => Slug(hit) == "counter-terrorism");

    [Fact]
    public async Task Only_the_kinds_that_are_asked_for_are_found()
    {
        var all = await AskAsync("Madrid");
        var places = await AskAsync("Madrid", "[PLACE]");

        Assert.Equal(["madrid"], Nodes(places).Select(Slug));
        Assert.True(all.GetProperty("totalCount").GetInt32() > places.GetProperty("totalCount").GetInt32());
        Assert.Empty(Nodes(await AskAsync("Madrid", "[]")));
    }

    [Fact]
    public async Task A_snippet_is_what_stands_between_its_offsets_and_so_is_every_match()
    {
        var data = await sample.Answers.DataAsync(
            """
            {
              search(text: "شرطة إسبانيا", kinds: [SOURCE_ARTICLE]) {
                nodes { node { slug ... on SourceArticle { title } } highlights { field language snippet start end matches { start end } } }
              }
            }
            """);

        var hits = data.GetProperty("search").GetProperty("nodes").EnumerateArray().ToList();
        Assert.NotEmpty(hits);
        foreach (var hit in hits)
        {
            var slug = hit.GetProperty("node").GetProperty("slug").GetString()!;
            var title = hit.GetProperty("node").GetProperty("title").GetString()!;
            var highlights = hit.GetProperty("highlights").EnumerateArray().ToList();
            Assert.Contains(highlights, highlight => highlight.GetProperty("field").GetString() == "text");
            foreach (var highlight in highlights)
            {
                var original = highlight.GetProperty("field").GetString() == "title" ? title : await sample.TextOfAsync(slug);
                var (start, end) = Span(highlight);
                Assert.Equal(original[start..end], highlight.GetProperty("snippet").GetString());
                Assert.InRange(end - start, 1, 280);
                foreach (var match in highlight.GetProperty("matches").EnumerateArray())
                {
                    var (from, to) = Span(match);
                    Assert.True(start <= from && from < to && to <= end);
                    Assert.Matches("شرط|سباني", original[from..to]);
                }
            }
        }
    }

    [Fact]
    public async Task The_matching_words_of_a_name_are_marked_in_it_as_written()
    {
        var data = await sample.Answers.DataAsync(
            "{ search(text: \"عبداللطيف\", kinds: [OFFICIAL]) { nodes { highlights { field snippet start end matches { start end } } } } }");

        var highlight = data.GetProperty("search").GetProperty("nodes")[0].GetProperty("highlights")[0];
        var (start, end) = Span(highlight.GetProperty("matches")[0]);
        Assert.Equal("name", highlight.GetProperty("field").GetString());
        Assert.Equal("عبد اللطيف", highlight.GetProperty("snippet").GetString()![start..end]);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_end_together_with_the_list()
    {
        const string Paged = "query ($after: String) { search(text: \"security\", first: 2, after: $after) { totalCount edges { cursor node { node { slug } } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";
        var whole = Nodes(await AskAsync("security", first: 100)).Select(Slug).ToList();
        var paged = new List<string>();
        string? after = null;
        for (bool more = true; more;)
        {
            var page = (await sample.Answers.DataAsync(Paged, new { after })).GetProperty("search");
            paged.AddRange(page.GetProperty("edges").EnumerateArray().Select(edge => Slug(edge.GetProperty("node"))));
            Assert.Equal(whole.Count, page.GetProperty("totalCount").GetInt32());
            Assert.Equal(after is not null, page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            more = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.True(whole.Count > 4);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task A_cursor_of_another_search_or_list_is_refused()
    {
        var data = await sample.Answers.DataAsync("{ search(text: \"security\") { edges { cursor } } officials { edges { cursor } } }");
        foreach (var root in new[] { "search", "officials" })
        {
            var cursor = data.GetProperty(root).GetProperty("edges")[0].GetProperty("cursor").GetString();
            Assert.Equal(["INVALID_CURSOR"], await sample.Answers.CodesAsync("query ($after: String) { search(text: \"Madrid\", after: $after) { totalCount } }", new { after = cursor }));
            Assert.Equal(["INVALID_CURSOR"], await sample.Answers.CodesAsync("query ($after: String) { search(text: \"security\", kinds: [MEETING], after: $after) { totalCount } }", new { after = cursor }));
        }

        Assert.Equal(["INVALID_CURSOR"], await sample.Answers.CodesAsync("{ search(text: \"\", after: \"no cursor\") { totalCount } }"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("!?* ~^")]
    [InlineData("ً")]
    public async Task A_text_without_a_letter_or_digit_finds_nothing(string text)
    {
        var found = await AskAsync(text);
        Assert.Equal((0, 0), (found.GetProperty("totalCount").GetInt32(), Nodes(found).Count));
    }

    [Theory]
    [InlineData("name:Hammouchi")]
    [InlineData("+Hammouchi")]
    [InlineData("\"Hammouchi")]
    [InlineData("Hammouchi~")]
    [InlineData("[Hammouchi}")]
    [InlineData("Hammouchi*^5 \\")]
    public async Task Operators_of_query_languages_are_text(string text)
    {
        // A word more makes another question, a sign does not.
        var found = await AskAsync(text, "[OFFICIAL]");
        Assert.Equal(text.StartsWith("name", StringComparison.Ordinal) || text.Contains('5', StringComparison.Ordinal) ? [] : ["abdellatif-hammouchi"], Nodes(found).Select(Slug));
    }

    [Fact]
    public async Task Aliases_of_the_same_field_have_their_own_answers()
    {
        var data = await sample.Answers.DataAsync(
            """
            {
              search(text: "Hammouchi", kinds: [OFFICIAL]) {
                edges { a: node { first: node { slug } second: node { ... on Official { arabic: name(language: "ar") } } } }
                b: nodes { how: rule node { ... on Official { meetings(first: 1) { totalCount } } } }
              }
              other: search(text: "Madrid", kinds: [PLACE]) { nodes { node { slug } } }
            }
            """);

        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse("""{"search":{"edges":[{"a":{"first":{"slug":"abdellatif-hammouchi"},"second":{"arabic":"عبد اللطيف حموشي"}}}],"b":[{"how":"FOLDED","node":{"meetings":{"totalCount":3}}}]},"other":{"nodes":[{"node":{"slug":"madrid"}}]}}"""),
                data),
            data.ToString());
    }

    private static List<JsonElement> Nodes(JsonElement search) => [.. search.GetProperty("nodes").EnumerateArray()];

    private static string Slug(JsonElement hit) => hit.GetProperty("node").GetProperty("slug").GetString()!;

    private static double Score(JsonElement hit) => hit.GetProperty("score").GetDouble();

    private static (int Start, int End) Span(JsonElement span) => (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

    private async Task<JsonElement> AskAsync(string text, string? kinds = null, int first = 20)
        => (await sample.Answers.DataAsync(
            $"query ($text: String!) {{ search(text: $text, first: {first}{(kinds is null ? "" : $", kinds: {kinds}")}) {Hits} }}", new { text })).GetProperty("search");
}
