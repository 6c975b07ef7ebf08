using GraphNews.Graph.Execution;

namespace GraphNews.Tests.Auth;

/// <summary>A server that strangers may not read.</summary>
public sealed class ClosedReadingTests(ClosedServer server) : IClassFixture<ClosedServer>
{
    [Theory]
    [InlineData("{ official(slug: \"abdellatif-hammouchi\") { slug } }")]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("not GraphQL")]
    public async Task A_stranger_is_told_to_log_in_whatever_is_asked(string query)
    {
        var refused = await server.AskAsync(null, query);

        Assert.Equal((401, "UNAUTHENTICATED", "Bearer"), (refused.Status, refused.Code, refused.Challenge));
    }

    [Fact]
    public async Task A_stranger_is_not_given_the_schema()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?sdl"));

        Assert.Equal((401, "UNAUTHENTICATED"), await server.SendAsync(request, null) switch { var refused => (refused.Status, refused.Code) });
    }

    [Fact]
    public async Task Readers_with_a_key_or_a_token_read()
    {
        const string query = "{ official(slug: \"abdellatif-hammouchi\") { slug } }";
        var (_, key) = await server.KeyAsync(CallerRole.Reader);

        Assert.Equal((200, null), await server.AskAsync($"Bearer {key}", query) switch { var answer => (answer.Status, answer.Code) });
        Assert.Equal((200, null), await server.AskAsync($"Bearer {server.Issuer.Token()}", query) switch { var answer => (answer.Status, answer.Code) });
    }
}
