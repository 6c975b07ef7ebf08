using System.Diagnostics;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Telemetry;
using GraphNews.Server.Telemetry;
using GraphNews.Tests.Caching;

namespace GraphNews.Tests.Telemetry;

/// <summary>A trace shows which operation ran which statements, and what they gave.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private const string Question = "query Hammouchi($slug: String!) { official(slug: $slug) { name meetings { totalCount nodes { title participations { nodes { id } } } } } }";
    private const string Body = $$$"""{"query":"{{{Question}}}","variables":{"slug":"abdellatif-hammouchi"}}""";

    private HostedGraph _server = null!;

    public async Task InitializeAsync() => _server = await HostedGraph.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_operation_has_a_span_and_each_of_its_statements_one_below_with_its_text_and_rows()
    {
        using var traced = new TracedQuestion();
        var answer = JsonElement.Parse(await _server.PostAsync(Body));

        var operation = Assert.Single(traced.Of(TelemetryNames.Source));
        var statements = traced.Of(StatementSpan.SourceName);
        Assert.Equal(("query", "Hammouchi", "miss", "anonymous", 2L), (
            operation.DisplayName, operation.GetTagItem("graphql.operation.name"), operation.GetTagItem("graphnews.cache"),
            operation.GetTagItem("graphnews.role"), operation.GetTagItem("graphnews.graph.version")));
        Assert.All(statements, statement =>
        {
            Assert.Equal(operation.SpanId, statement.ParentSpanId);
            Assert.Equal((ActivityKind.Client, "sqlite"), (statement.Kind, statement.GetTagItem("db.system.name")));
            Assert.Contains("SELECT", (string)statement.GetTagItem("db.query.text")!, StringComparison.Ordinal);
            Assert.DoesNotContain("abdellatif", (string)statement.GetTagItem("db.query.text")!, StringComparison.Ordinal);
            Assert.StartsWith("SELECT ", statement.DisplayName, StringComparison.Ordinal);
        });

        // As many as SQLite ran, and as many rows as the answer shows.
        Assert.Equal(_server.TakeStatements(), statements.Count);
        Assert.Equal(statements.Count, operation.GetTagItem("graphnews.statements"));
        Assert.Equal(statements.Sum(RowsOf), operation.GetTagItem("graphnews.rows"));
        var meetings = answer.GetProperty("data").GetProperty("official").GetProperty("meetings").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(
            meetings.Sum(meeting => meeting.GetProperty("participations").GetProperty("nodes").GetArrayLength()),
            RowsOf(statements.Last(statement => ((string)statement.GetTagItem("db.query.text")!).Contains("\"Participations\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task An_answer_from_the_cache_has_no_statement()
    {
        await _server.PostAsync(Body);
        using var traced = new TracedQuestion();
        await _server.PostAsync(Body);

        Assert.Equal(("hit", 0), (Assert.Single(traced.Of(TelemetryNames.Source)).GetTagItem("graphnews.cache"), traced.Of(StatementSpan.SourceName).Count));
    }

    [Fact]
    public async Task What_EF_Core_runs_is_counted_like_what_the_walk_runs()
    {
        using var traced = new TracedQuestion();
        await _server.AskAsync("{ changes(since: 0, first: 5) { totalCount nodes { version } } }");

        var operation = Assert.Single(traced.Of(TelemetryNames.Source));
        Assert.Equal(_server.TakeStatements(), traced.Of(StatementSpan.SourceName).Count);
        Assert.Equal(traced.Of(StatementSpan.SourceName).Count, operation.GetTagItem("graphnews.statements"));
    }

    [Fact]
    public async Task A_mutation_tells_the_statements_of_its_write()
    {
        var key = await _server.KeyAsync(CallerRole.Editor);
        using var traced = new TracedQuestion();
        var answer = await _server.AskAsync("mutation Add { addTopic(input: { names: [{ value: \"Water\", language: \"en\" }] }) { version errors { ... on Error { message } } } }", key);

        Assert.Contains("\"version\":3", answer, StringComparison.Ordinal);
        var operation = Assert.Single(traced.Of(TelemetryNames.Source));
        Assert.Equal(("mutation", "bypass", "editor"), (operation.DisplayName, operation.GetTagItem("graphnews.cache"), operation.GetTagItem("graphnews.role")));
        Assert.InRange((int)operation.GetTagItem("graphnews.statements")!, 3, 100);
        Assert.Contains(traced.Of(StatementSpan.SourceName), statement => statement.DisplayName.StartsWith("INSERT ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_operation_is_an_error_of_its_code()
    {
        using var traced = new TracedQuestion();
        await _server.AskAsync("{ official { name } }");

        var operation = Assert.Single(traced.Of(TelemetryNames.Source));
        Assert.Equal((ActivityStatusCode.Error, "BAD_ARGUMENTS"), (operation.Status, operation.GetTagItem("error.type")));
    }

    private static long RowsOf(Activity statement) => (long)statement.GetTagItem("db.response.returned_rows")!;
}
