using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Mutations;

/// <summary>A graph that an editor writes through the engine.</summary>
internal sealed class MutationAnswers : IAsyncDisposable
{
    private readonly TestGraph _graph;

    private MutationAnswers(TestGraph graph)
    {
        _graph = graph;
        Answers = new GraphAnswers(graph.Storage) { Caller = new Caller("key:amal", CallerRole.Editor) };
    }

    public GraphAnswers Answers { get; }

    public TestGraph Graph => _graph;

    public static async Task<MutationAnswers> CreateAsync() => new(await TestGraph.CreateWithCountriesAsync());

    public static async Task<MutationAnswers> OfSampleAsync() => new(await TestGraph.CreateWithSampleAsync());

    /// <summary>The payload of one mutation that writes.</summary>
    public async Task<JsonElement> WriteAsync(string mutation, object input, string selected)
    {
        var payload = await PayloadAsync(mutation, input, selected);
        Assert.True(payload.GetProperty("errors").ValueKind == JsonValueKind.Null, payload.ToString());
        return payload;
    }

    /// <summary>The one error of a mutation that writes nothing: type, code, and path with dots.</summary>
    public async Task<(string Type, string Code, string Path)> ErrorAsync(string mutation, object input)
    {
        var before = await VersionAsync();
        var payload = await PayloadAsync(mutation, input, "");
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("version").ValueKind);
        Assert.Equal(before, await VersionAsync());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return (
            error.GetProperty("__typename").GetString()!,
            error.GetProperty("code").GetString()!,
            error.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray().Select(part => part.GetString())) : "");
    }

    /// <summary>The version at which the graph stands.</summary>
    public async Task<long> VersionAsync() => (await Answers.DataAsync("{ graph { version } }")).GetProperty("graph").GetProperty("version").GetInt64();

    /// <summary>The id of an entity.</summary>
    public async Task<string> IdAsync(string kind, string slug)
        => (await Answers.DataAsync($"{{ {kind}(slug: \"{slug}\") {{ id }} }}")).GetProperty(kind).GetProperty("id").GetString()!;

    public async ValueTask DisposeAsync()
    {
        Answers.Dispose();
        await _graph.DisposeAsync();
    }

    private async Task<JsonElement> PayloadAsync(string mutation, object input, string selected)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var stale = type.StartsWith("Add", StringComparison.Ordinal) || type is "Cite" or "RecordMeeting" or "JudgeSame" or "UndoJudgement" or "Redact" ? "" : "... on StaleVersionError { updatedVersion }";
        var data = await Answers.DataAsync(
            $$"""
            mutation Write($input: {{type}}Input!) {
              written: {{mutation}}(input: $input) {
                {{selected}}
                version
                errors { __typename ... on Error { message code } ... on InputError { path } ... on ReferenceError { path candidates { id __typename } } {{stale}} }
              }
            }
            """,
            new { input });
        return data.GetProperty("written");
    }
}
