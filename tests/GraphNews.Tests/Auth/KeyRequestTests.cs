using GraphNews.Graph.Execution;
using GraphNews.Tests.Engine;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Auth;

/// <summary>Requests with API keys, over HTTP.</summary>
public sealed class KeyRequestTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private const string Open = "{ official(slug: \"abdellatif-hammouchi\") { slug } }";

    [Theory]
    [InlineData(CallerRole.Reader, "FORBIDDEN")]
    [InlineData(CallerRole.Editor, null)]
    [InlineData(CallerRole.Admin, null)]
    public async Task A_key_gives_what_its_role_may_have(CallerRole role, string? code)
    {
        var (_, key) = await server.KeyAsync(role);

        var answer = await server.AskAsync($"Bearer {key}");

        Assert.Equal((200, code, ""), (answer.Status, answer.Code, answer.Challenge));
    }

    [Fact]
    public async Task A_stranger_reads_and_is_refused_what_asks_for_a_role()
    {
        Assert.Equal((200, null), (await server.AskAsync(null, Open)) switch { var open => (open.Status, open.Code) });
        Assert.Equal((200, "UNAUTHENTICATED"), (await server.AskAsync(null)) switch { var closed => (closed.Status, closed.Code) });
    }

    [Fact]
    public async Task An_unknown_key_and_a_wrong_secret_are_answered_byte_for_byte_alike()
    {
        var (_, key) = await server.KeyAsync(CallerRole.Admin);

        var unknown = await server.AskAsync($"Bearer gn_{new string('0', 16)}{key[19..]}", Open);
        var wrong = await server.AskAsync($"Bearer {key[..^64]}{new string('0', 64)}", Open);

        Assert.Equal(unknown, wrong);
        Assert.Equal((401, "UNAUTHENTICATED", "Bearer error=\"invalid_token\""), (wrong.Status, wrong.Code, wrong.Challenge));
    }

    [Fact]
    public async Task A_key_is_refused_from_the_request_after_its_revocation_on_though_strangers_may_read()
    {
        var (made, key) = await server.KeyAsync(CallerRole.Editor);
        Assert.Equal(200, (await server.AskAsync($"Bearer {key}", Open)).Status);

        await server.Keys.RevokeAsync(made.Id, default);

        var refused = await server.AskAsync($"Bearer {key}", Open);
        Assert.Equal((401, $"The key {made.Name} was revoked. Ask for a new one."), (refused.Status, refused.Message));
    }

    [Fact]
    public async Task An_expired_key_is_refused_though_strangers_may_read()
    {
        var (made, key) = await server.KeyAsync(CallerRole.Editor, DateTime.UtcNow.AddDays(1));
        await server.Graph.ReadAsync(graph => graph.ApiKeys.Where(one => one.Id == made.Id).ExecuteUpdateAsync(one => one.SetProperty(expiring => expiring.ExpiresAt, DateTime.UtcNow.AddSeconds(-1))));

        var refused = await server.AskAsync($"Bearer {key}", Open);

        Assert.Equal(401, refused.Status);
        Assert.StartsWith($"The key {made.Name} expired on ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "UNAUTHENTICATED")]
    [InlineData(CallerRole.Reader, "FORBIDDEN")]
    public async Task Who_may_only_read_writes_nothing(CallerRole? role, string code)
    {
        var header = role is { } known ? $"Bearer {(await server.KeyAsync(known)).Shown}" : null;
        var before = await server.Graph.ReadAsync(graph => graph.GraphStates.Select(state => state.Version).SingleAsync());

        var refused = await server.AskAsync(header, "mutation { addTopic(input: { names: [{ value: \"Trade\" }] }) { version } }");

        Assert.Equal(code, refused.Code);
        Assert.Equal(before, await server.Graph.ReadAsync(graph => graph.GraphStates.Select(state => state.Version).SingleAsync()));
    }

    [Fact]
    public void Every_mutation_asks_for_an_editor_at_least()
    {
        var mutations = GraphAnswers.Schema.Objects["Mutation"].Fields;

        Assert.All(mutations, mutation => Assert.InRange(mutation.RequiredRole, CallerRole.Editor, CallerRole.Admin));
        Assert.Equal(CallerRole.Admin, mutations.Single(mutation => mutation.Name == "redact").RequiredRole);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWxpY2U6c2VjcmV0")]
    [InlineData("gn_0123456789abcdef")]
    [InlineData("Bearer one two")]
    [InlineData("Bearer one,Bearer two")]
    public async Task A_header_that_is_no_bearer_s_is_refused_and_not_passed_over(string authorization)
    {
        var refused = await server.AskAsync(authorization, Open);

        Assert.Equal((401, "UNAUTHENTICATED"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task The_scheme_is_read_in_either_case()
    {
        var (_, key) = await server.KeyAsync(CallerRole.Editor);

        Assert.Equal((200, null), (await server.AskAsync($"bearer {key}")) switch { var answer => (answer.Status, answer.Code) });
    }

    [Fact]
    public async Task A_refused_key_is_refused_the_schema_as_well()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?sdl"));

        Assert.Equal(401, (await server.SendAsync(request, "Bearer gn_nothing")).Status);
    }
}
