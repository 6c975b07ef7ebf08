namespace GraphNews.Tests.Transports.Streams;

/// <summary>Server-sent events: the distinct connections mode of graphql-sse.</summary>
public sealed class EventStreamTests(StreamServer server) : IClassFixture<StreamServer>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_query_is_one_event_and_then_complete(bool byGet)
    {
        using var response = await server.StreamAsync("{ official(slug: \"abdellatif-hammouchi\") { slug } }", byGet: byGet);

        Assert.Equal((200, "text/event-stream; charset=utf-8", "no-store, no-cache"), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), response.Headers.CacheControl?.ToString()));
        Assert.Matches(
            "^(:\n\n)+event: next\ndata: {\"data\":{\"official\":{\"slug\":\"abdellatif-hammouchi\"}},\"extensions\":{\"version\":[0-9]+}}\n\nevent: complete\ndata: \n\n$",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_subscription_tells_what_is_written_as_long_as_somebody_listens(bool byGet)
    {
        var since = await server.WriteAsync(byGet ? "before-get" : "before-post");
        using var response = await server.StreamAsync($"subscription {{ changes(since: {since - 1}) {{ version }} }}", byGet: byGet);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains($"\"version\":{since}}}", await DataAsync(lines), StringComparison.Ordinal);
        var written = await server.WriteAsync(byGet ? "meanwhile-get" : "meanwhile-post");
        Assert.Contains($"\"version\":{written}}}", await DataAsync(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nobody }", "VALIDATION_FAILED")]
    [InlineData("subscription { nobody }", "VALIDATION_FAILED")]
    [InlineData("subscription { changes(since: 1000000) { version } }", "BAD_ARGUMENTS")]
    public async Task A_wrong_operation_is_told_in_the_stream(string query, string code)
    {
        using var response = await server.StreamAsync(query);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Matches($"(?s)^(:\n\n)*event: next\ndata: {{\"errors\":.*{code}.*\n\nevent: complete\ndata: \n\n$", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_request_is_refused_as_every_request_is()
    {
        using var unknown = await server.StreamAsync("{ graph { version } }", "Bearer gn_nonsense");
        Assert.Equal((401, "UNAUTHENTICATED"), await RefusalAsync(unknown));
        using var mutation = await server.StreamAsync("mutation { __typename }", byGet: true);
        Assert.Equal((405, "METHOD_NOT_ALLOWED"), await RefusalAsync(mutation));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_subscription_that_asks_for_one_answer_is_refused(string accept)
    {
        using var response = await server.StreamAsync("subscription { meetingRecorded { slug } }", accept: accept);
        Assert.Equal((406, "NOT_ACCEPTABLE"), await RefusalAsync(response));
    }

    [Fact]
    public async Task A_client_that_accepts_both_is_given_one_answer_to_a_query_and_a_stream_to_a_subscription()
    {
        const string Both = "application/graphql-response+json, application/json, text/event-stream";
        using var query = await server.StreamAsync("{ graph { version } }", accept: Both);
        Assert.Equal("application/graphql-response+json", query.Content.Headers.ContentType?.MediaType);
        using var subscription = await server.StreamAsync("subscription { meetingRecorded { slug } }", accept: Both);
        Assert.Equal("text/event-stream", subscription.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<(int Status, string? Code)> RefusalAsync(HttpResponseMessage response)
    {
        var answer = await Answer.ReadAsync(response);
        return (answer.Status, answer.Code);
    }

    private static async Task<string> DataAsync(StreamReader lines)
    {
        string? line;
        while ((line = await lines.ReadLineAsync())?.StartsWith("data: ", StringComparison.Ordinal) == false)
        {
        }

        return line!;
    }
}
