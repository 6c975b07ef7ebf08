using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Walk;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Mutations;
using GraphQLParser.AST;

namespace GraphNews.Tests.Articles;

/// <summary>Who gets an article's text beyond the quotes that are cited, and that nobody else can find it out.</summary>
public sealed class PublishedTextTests : IAsyncLifetime
{
    private const string Text = "The minister received the ambassador in Rabat. They quarrelled about zebras, it is said.";
    private const string Quote = "received the ambassador";

    private MutationAnswers _graph = null!;
    private string _meeting = null!;
    private string _citation = null!;

    public async Task InitializeAsync()
    {
        _graph = await MutationAnswers.CreateAsync();
        await _graph.WriteAsync("addSourceArticle", new { title = "Talks", slug = "talks", language = "en", text = Text }, "sourceArticle { id }");
        _meeting = (await _graph.WriteAsync("addMeeting", new { title = new[] { new { language = "en", value = "A meeting" } } }, "meeting { id }")).GetProperty("meeting").GetProperty("id").GetString()!;
        var participation = (await _graph.WriteAsync("addParticipation", new { meeting = new { id = _meeting }, nameAsWritten = "The minister" }, "participation { id }"))
            .GetProperty("participation").GetProperty("id").GetString();
        _citation = (await _graph.WriteAsync("cite", new { subject = participation, article = new { slug = "talks" }, quote = Quote }, "citation { id }")).GetProperty("citation").GetProperty("id").GetString()!;
    }

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    [Theory]
    [InlineData(CallerRole.Anonymous, false, false)]
    [InlineData(CallerRole.Reader, false, false)]
    [InlineData(CallerRole.Editor, false, true)]
    [InlineData(CallerRole.Admin, false, true)]
    [InlineData(CallerRole.Anonymous, true, true)]
    [InlineData(CallerRole.Reader, true, true)]
    public async Task Readers_get_an_articles_text_where_it_is_published_and_editors_always(CallerRole role, bool isPublished, bool isShown)
    {
        using var answers = Of(role, isPublished);

        var answer = await answers.DataAsync(
            """
            {
              article(slug: "talks") { text supports { nodes { quote start end article { text } } } history { nodes { fields { field oldValue newValue } } } }
              changes(since: 0, kinds: [SOURCE_ARTICLE]) { nodes { node { ... on SourceArticle { text } } fields { field oldValue newValue } } }
              search(text: "zebras") { totalCount nodes { highlights { snippet } } }
              cited: search(text: "ambassador") { totalCount nodes { node { ... on SourceArticle { text } } highlights { field snippet start end matches { start end } } } }
            }
            """);

        Assert.Equal(isShown ? Text : null, answer.GetProperty("article").GetProperty("text").GetString());
        Assert.Equal(isShown ? 1 : 0, answer.GetProperty("search").GetProperty("totalCount").GetInt32());
        Assert.Equal(isShown, answer.ToString().Contains("zebras", StringComparison.Ordinal));
        Assert.Equal(isShown, Field(answer, "contentHash").Length > 0);

        // What is cited everybody may find and read, with its place in the text.
        var highlight = answer.GetProperty("cited").GetProperty("nodes")[0].GetProperty("highlights").EnumerateArray().Single(one => one.GetProperty("field").GetString() == "text");
        var snippet = highlight.GetProperty("snippet").GetString()!;
        Assert.Equal(snippet, Text[highlight.GetProperty("start").GetInt32()..highlight.GetProperty("end").GetInt32()]);
        Assert.Equal("ambassador", Text[highlight.GetProperty("matches")[0].GetProperty("start").GetInt32()..highlight.GetProperty("matches")[0].GetProperty("end").GetInt32()]);
        if (!isShown) Assert.Equal(Quote, snippet);
    }

    [Theory]
    [InlineData("zebra")]
    [InlineData("zeb")]
    [InlineData("quarrelling")]
    [InlineData("ambassador zebras")]
    [InlineData("Rabat")]
    public async Task Nobody_finds_out_a_text_by_searching_for_its_words(string text)
    {
        using var reader = Of(CallerRole.Reader, isPublished: false);
        using var editor = Of(CallerRole.Editor, isPublished: false);

        Assert.Equal(0, await CountAsync(reader, text));
        Assert.Equal(1, await CountAsync(editor, text));
    }

    [Fact]
    public async Task What_is_no_longer_cited_is_no_longer_found()
    {
        using var reader = Of(CallerRole.Reader, isPublished: false);
        await FoundAsync(reader, 1);
        await _graph.WriteAsync("retractMeeting", new { id = _meeting }, "tombstone { kind }");
        await FoundAsync(reader, 0);
        await _graph.WriteAsync("restoreMeeting", new { id = _meeting }, "meeting { id }");
        await FoundAsync(reader, 1);
        await _graph.WriteAsync("retractCitation", new { id = _citation }, "tombstone { kind }");
        await FoundAsync(reader, 0);
    }

    [Fact]
    public void No_filter_and_no_order_probes_a_text()
    {
        foreach (var name in new[] { "SourceArticleFilterInput", "SourceArticleSortInput" })
        {
            var input = (GraphQLInputObjectTypeDefinition)GraphAnswers.Schema.Document.Types[name];
            Assert.Contains(input.Fields!, field => field.Name.StringValue == "title");
            Assert.DoesNotContain(input.Fields!, field => field.Name.StringValue is "text" or "contentHash");
        }
    }

    private GraphAnswers Of(CallerRole role, bool isPublished)
        => new(_graph.Graph.Storage, new WalkOptions { PublishesText = isPublished }) { Caller = new Caller("key:somebody", role) };

    private static string Field(JsonElement answer, string field)
        => answer.GetProperty("article").GetProperty("history").GetProperty("nodes")[0].GetProperty("fields").EnumerateArray()
            .Single(one => one.GetProperty("field").GetString() == field).GetProperty("newValue").GetString() ?? "";

    private static async Task<int> CountAsync(GraphAnswers answers, string text)
        => (await answers.DataAsync("query ($text: String!) { search(text: $text, kinds: [SOURCE_ARTICLE]) { totalCount } }", new { text })).GetProperty("search").GetProperty("totalCount").GetInt32();

    private static async Task FoundAsync(GraphAnswers answers, int count)
    {
        // The index follows; a machine that is busy may take its time.
        for (var tries = 0; tries < 600 && await CountAsync(answers, "ambassador") != count; tries++) await Task.Delay(50);
        Assert.Equal(count, await CountAsync(answers, "ambassador"));
    }
}
