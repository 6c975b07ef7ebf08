using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Server.Caching;
using GraphNews.Server.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Tests.Caching;

/// <summary>The same question again costs nothing, and never gets an answer that is not true any more.</summary>
public sealed class KeptAnswerTests : IAsyncLifetime
{
    private const string Question = "{ official(slug: \"abdellatif-hammouchi\") { name meetings { totalCount nodes { title } } } graph { version } }";

    private HostedGraph _server = null!;

    public async Task InitializeAsync() => _server = await HostedGraph.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_same_question_again_runs_no_statement()
    {
        var first = await _server.AskAsync(Question);
        Assert.NotEqual(0, _server.TakeStatements());

        var again = await _server.AskAsync(Question);

        Assert.Equal(0, _server.TakeStatements());
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task A_kept_answer_is_not_given_to_one_who_knows_of_a_newer_version()
    {
        await _server.AskAsync(Question);
        var written = await _server.WriteElsewhereAsync("written-elsewhere");

        var asked = await _server.AskAsync(Question, minVersion: written);

        using var answer = JsonDocument.Parse(asked);
        Assert.Equal(written, answer.RootElement.GetProperty("data").GetProperty("graph").GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Variables_that_are_written_otherwise_are_the_same_question()
    {
        const string Document = "query($slug: String!, $where: MeetingFilterInput) { official(slug: $slug) { meetings(where: $where) { totalCount } } }";
        var first = await _server.PostAsync(
            "{\"query\":\"" + Document + "\",\"variables\":{\"slug\":\"abdellatif-hammouchi\",\"where\":{\"slug\":{\"eq\":\"a\",\"neq\":\"b\"}}}}");
        _server.TakeStatements();

        var again = await _server.PostAsync(
            "{ \"variables\" : { \"where\" : { \"slug\" : { \"neq\" : \"\\u0062\" , \"eq\" : \"a\" } } , \"slug\" : \"abdellatif-hammouchi\" } , \"query\" : \"" + Document + "\" }");

        Assert.Equal(0, _server.TakeStatements());
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Questions_that_differ_in_anything_that_matters_have_answers_of_their_own()
    {
        const string Document = "query A($slug: String!) { official(slug: $slug) { slug name } } query B($slug: String!) { official(slug: $slug) { id } }";
        string Body(string name, string slug) => JsonSerializer.Serialize(new { query = Document, operationName = name, variables = new { slug } });
        var asked = new List<Func<Task<string>>>
        {
            () => _server.PostAsync(Body("A", "abdellatif-hammouchi")),
            () => _server.PostAsync(Body("B", "abdellatif-hammouchi")),
            () => _server.PostAsync(Body("A", "nobody-of-this-name")),
            () => _server.PostAsync(Body("A", "abdellatif-hammouchi"), languages: "ar"),
        };

        foreach (var ask in asked)
        {
            _server.TakeStatements();
            var first = await ask();
            Assert.NotEqual(0, _server.TakeStatements());
            Assert.Equal(first, await ask());
            Assert.Equal(0, _server.TakeStatements());
        }
    }

    [Fact]
    public async Task A_caller_of_another_role_is_never_given_the_answer_of_another()
    {
        var (editor, reader) = (await _server.KeyAsync(CallerRole.Editor), await _server.KeyAsync(CallerRole.Reader));
        foreach (var key in new[] { null, reader, editor })
        {
            _server.TakeStatements();
            await _server.AskAsync(Question, key);
            Assert.NotEqual(0, _server.TakeStatements());
        }
    }

    [Fact]
    public async Task After_a_write_of_this_server_the_very_next_request_shows_it()
    {
        for (var i = 0; i < 20; i++)
        {
            await _server.AskAsync(Question);
            var version = await _server.WriteAsync($"topic-{i}");

            Assert.Equal(version, VersionOf(await _server.AskAsync(Question)));
        }
    }

    [Fact]
    public async Task What_another_server_wrote_is_shown_as_soon_as_it_was_read_or_told_of()
    {
        await _server.AskAsync(Question);
        var version = await _server.WriteElsewhereAsync("a-topic");

        // Another question reads the new version, and from then on the first is known to be old.
        Assert.Equal(version, VersionOf(await _server.AskAsync("{ graph { version } }")));
        Assert.Equal(version, VersionOf(await _server.AskAsync(Question)));

        version = await _server.WriteElsewhereAsync("another-topic");
        await _server.Part<Graph.Changes.ChangeFollower>().RefreshAsync(default);
        Assert.Equal(version, VersionOf(await _server.AskAsync(Question)));
    }

    [Theory]
    [InlineData("{ official { name } }")]
    [InlineData("{ official(slug: \"abdellatif-hammouchi\") { name } broken: official { name } }")]
    public async Task An_answer_with_an_error_is_not_kept(string question)
    {
        await _server.AskAsync(question);
        Assert.Equal(0, _server.Part<AnswerCache>().Count);
    }

    [Fact]
    public async Task Answers_take_no_more_memory_than_they_may_and_the_server_goes_on()
    {
        const long Bound = 200_000;
        await using var small = await HostedGraph.StartAsync(services => services.AddSingleton(new CacheSettings { Bytes = Bound }));
        var answers = small.Part<AnswerCache>();
        for (var i = 0; i < 300; i++)
        {
            Assert.DoesNotContain("errors", await small.AskAsync($"{{ a{i}: meetings {{ nodes {{ title summary }} }} }}"), StringComparison.Ordinal);
            Assert.InRange(answers.Bytes, 1, Bound);
        }

        Assert.True(answers.Count > 3);
    }

    [Fact]
    public async Task A_server_that_keeps_nothing_asks_the_graph_each_time()
    {
        await using var server = await HostedGraph.StartAsync(services => services.AddSingleton(new CacheSettings { Bytes = 0 }));
        await server.AskAsync(Question);
        server.TakeStatements();

        await server.AskAsync(Question);

        Assert.NotEqual(0, server.TakeStatements());
    }

    private static long VersionOf(string answer) => JsonElement.Parse(answer).GetProperty("extensions").GetProperty("version").GetInt64();
}
