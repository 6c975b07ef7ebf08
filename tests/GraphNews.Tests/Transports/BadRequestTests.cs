using System.Net.Http.Headers;
using System.Text;

namespace GraphNews.Tests.Transports;

/// <summary>What is wrong with a request is said by status, code and sentence, and never by a stack trace.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class BadRequestTests(SampleServer server)
{
    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{\"query\":")]
    [InlineData("{\"query\":\"{ __typename }\",}")]
    [InlineData("{\"query\":\"{ __typename }\"} {}")]
    [InlineData("{\"query\":\"{ __typename }\",\"query\":\"{ graph { version } }\"}")]
    [InlineData("null")]
    [InlineData("\"{ __typename }\"")]
    [InlineData("{}")]
    [InlineData("{\"qeury\":\"{ __typename }\"}")]
    [InlineData("{\"query\":null}")]
    [InlineData("{\"query\":7}")]
    [InlineData("{\"query\":[\"{ __typename }\"]}")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":7}")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":[7]}")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":\"{}\"}")]
    [InlineData("{\"query\":\"{ __typename }\",\"extensions\":false}")]
    [InlineData("{\"query\":\"{ \\ud800 }\"}")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":\"\\udc00\"}")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":{\"a\":[\"\\ud83d\"]}}")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":{\"\\ud83d\":1}}")]
    public async Task A_body_that_is_no_request_has_status_400_in_both_formats(string body)
    {
        AssertRefused(await server.PostAsync(body), 400, "BAD_REQUEST");
        AssertRefused(await server.PostAsync(body, "application/json"), 400, "BAD_REQUEST");
    }

    [Fact]
    public async Task A_number_of_many_digits_is_refused_before_an_engine_reads_it()
    {
        var digits = new string('9', 101);

        AssertRefused(await server.PostAsync($"{{\"query\":\"query ($n: Int) {{ officials(first: $n) {{ totalCount }} }}\",\"variables\":{{\"n\":[{digits}]}}}}"), 400, "BAD_REQUEST");
        AssertRefused(await server.AskAsync($"{{ officials(first: {digits}) {{ totalCount }} }}"), 400, "VALIDATION_FAILED");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task A_body_of_JSON_in_UTF8_is_read_however_its_type_is_written(string contentType)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("{\"query\":\"{ search(text: \\\"حموشي\\\") { totalCount } }\"}"));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await server.PostAsync(body);

        Assert.Equal((200, null), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_have_status_400()
    {
        using var body = new ByteArrayContent([.. "{\"query\":\"{ a"u8, 0xFF, 0xC0, .. " }\"}"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        AssertRefused(await server.PostAsync(body), 400, "BAD_REQUEST");
    }

    [Fact]
    public async Task JSON_that_nests_too_deep_has_status_400()
    {
        var variables = new string('[', 20_000) + new string(']', 20_000);

        AssertRefused(await server.PostAsync($"{{\"query\":\"{{ __typename }}\",\"variables\":{{\"a\":{variables}}}}}"), 400, "BAD_REQUEST");
    }

    [Theory]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("", "SYNTAX_ERROR")]
    [InlineData(" # nothing", "SYNTAX_ERROR")]
    [InlineData("{ official(slug: \"a }", "SYNTAX_ERROR")]
    [InlineData("{ nothingOfThatName }", "VALIDATION_FAILED")]
    [InlineData("{ graph }", "VALIDATION_FAILED")]
    [InlineData("{ officials(first: \"ten\") { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("query A { __typename } query B { __typename }", "UNKNOWN_OPERATION")]
    [InlineData("query($id: ID!) { node(id: $id) { id } }", "INVALID_VARIABLE")]
    public async Task A_document_that_cannot_be_executed_has_status_400_or_for_legacy_clients_200(string document, string code)
    {
        AssertRefused(await server.AskAsync(document), 400, code);
        AssertRefused(await server.AskAsync(document, "application/json"), 200, code);
    }

    [Theory]
    [InlineData("{ officials(first: ) { totalCount } }", 1, 20)]
    [InlineData("{\n  nothingOfThatName\n}", 2, 3)]
    public async Task An_error_says_where_in_the_document_it_is(string document, int line, int column)
    {
        var location = (await server.AskAsync(document)).Json.GetProperty("errors")[0].GetProperty("locations")[0];

        Assert.Equal((line, column), (location.GetProperty("line").GetInt32(), location.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task An_operation_name_that_is_not_in_the_document_is_unknown()
        => AssertRefused(await server.PostAsync("{\"query\":\"query A { __typename }\",\"operationName\":\"B\"}"), 400, "UNKNOWN_OPERATION");

    [Theory]
    [InlineData("{\"first\":\"ten\"}")]
    [InlineData("{\"first\":{}}")]
    [InlineData("{\"first\":99999999999}")]
    public async Task A_variable_of_the_wrong_type_is_invalid(string variables)
        => AssertRefused(
            await server.PostAsync($"{{\"query\":\"query($first: Int) {{ officials(first: $first) {{ totalCount }} }}\",\"variables\":{variables}}}"),
            400, "INVALID_VARIABLE");

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Methods_other_than_GET_and_POST_are_not_allowed_and_told_so(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), server.Address);
        using var response = await server.SendAsync(request);

        AssertRefused(await Answer.ReadAsync(response), 405, "METHOD_NOT_ALLOWED");
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task A_body_of_another_media_type_has_status_415(string? contentType)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("{\"query\":\"{ __typename }\"}"));
        if (contentType is not null) body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        AssertRefused(await server.PostAsync(body), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, image/*")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task A_client_that_accepts_nothing_that_can_be_answered_has_status_406(string accept)
        => AssertRefused(await server.AskAsync("{ __typename }", accept), 406, "NOT_ACCEPTABLE");

    internal static void AssertRefused(Answer answer, int status, string code)
    {
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.False(answer.Json.TryGetProperty("data", out _), answer.Text);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual(0, answer.Json.GetProperty("errors")[0].GetProperty("message").GetString()!.Length);
    }
}
