using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GraphNews.Tests.Transports;

/// <summary>What a well-formed request is answered with.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class AnswerTests(SampleServer server)
{
    private const string GraphQLType = "application/graphql-response+json; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";

    [Theory]
    [InlineData("application/graphql-response+json", GraphQLType)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GraphQLType)]
    [InlineData("application/json, application/graphql-response+json", JsonType)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", GraphQLType)]
    [InlineData("text/html, application/json;q=0.9, */*;q=0.8", JsonType)]
    [InlineData("application/*, application/json;q=0.1", GraphQLType)]
    [InlineData("APPLICATION/JSON; charset=\"UTF-8\"", JsonType)]
    [InlineData("application/json", JsonType)]
    [InlineData("application/*", JsonType)]
    [InlineData("*/*", JsonType)]
    [InlineData(null, JsonType)]
    public async Task The_answer_has_the_media_type_that_the_client_likes_best(string? accept, string contentType)
    {
        var answer = await server.AskAsync("{ __typename }", accept);

        Assert.Equal((200, contentType), (answer.Status, answer.ContentType));
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", answer.Text);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task A_body_may_say_that_it_is_UTF8(string contentType)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("{\"query\":\"{ __typename }\"}"));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        Assert.Equal(200, (await server.PostAsync(body)).Status);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        using var body = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. "{\"query\":\"{ __typename }\"}"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(200, (await server.PostAsync(body)).Status);
    }

    [Theory]
    [InlineData("\"variables\":null,\"operationName\":null,\"extensions\":null")]
    [InlineData("\"variables\":{},\"operationName\":\"\",\"extensions\":{\"some\":\"value\"}")]
    [InlineData("\"somethingElse\":true")]
    public async Task Members_that_may_be_null_or_that_nobody_knows_do_no_harm(string members)
        => Assert.Equal(200, (await server.PostAsync($"{{\"query\":\"{{ __typename }}\",{members}}}")).Status);

    [Fact]
    public async Task Arabic_and_emoji_are_written_as_they_are()
    {
        var answer = await server.AskAsync("{ \u0646\u0648\u0639 }");
        Assert.Equal("SYNTAX_ERROR", answer.Code);

        answer = await server.PostAsync(
            "{\"query\":\"query($a: Int) { officials(first: $a) { totalCount } }\",\"variables\":{\"a\":\"حموشي 🏃 <b>\"}}");
        Assert.Equal("INVALID_VARIABLE", answer.Code);
        Assert.DoesNotContain("\\u06", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_says_which_version_of_the_graph_it_shows()
    {
        var answer = await server.AskAsync("{ graph { version } }");

        Assert.Equal(
            answer.Json.GetProperty("data").GetProperty("graph").GetProperty("version").GetInt64(),
            answer.Json.GetProperty("extensions").GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task An_error_of_one_field_leaves_status_200_and_says_its_path()
    {
        var answer = await server.AskAsync("{ graph { version } wrong: official { slug } }");

        Assert.Equal((200, "BAD_ARGUMENTS"), (answer.Status, answer.Code));
        Assert.Equal("[\"wrong\"]", answer.Json.GetProperty("errors")[0].GetProperty("path").GetRawText());
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("data").GetProperty("wrong").ValueKind);
    }

    [Fact]
    public async Task The_schema_is_there_to_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?sdl"));
        using var response = await server.SendAsync(request);

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("type Official implements Node & Entity", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_can_be_introspected_with_all_that_is_deprecated()
    {
        var answer = await server.AskAsync(
            """
            {
              __schema {
                directives { name isRepeatable args(includeDeprecated: true) { ...Input } }
                types { fields(includeDeprecated: true) { args(includeDeprecated: true) { ...Input } } inputFields(includeDeprecated: true) { ...Input } }
              }
            }
            fragment Input on __InputValue { name isDeprecated deprecationReason defaultValue }
            """);

        Assert.Equal((200, null), (answer.Status, answer.Code));
        var skip = answer.Json.GetProperty("data").GetProperty("__schema").GetProperty("directives").EnumerateArray().Single(directive => directive.GetProperty("name").GetString() == "skip");
        Assert.Equal("if", skip.GetProperty("args")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("ar", "ar")]
    [InlineData("en;q=0.1, ar", "ar")]
    [InlineData("ar;q=0.2, en-GB;q=0.8", "en")]
    [InlineData("ar;q=0, en", "en")]
    [InlineData("*", "en")]
    [InlineData("nonsense;;q=x", "en")]
    public async Task Names_are_in_the_language_that_the_client_prefers(string acceptLanguage, string language)
    {
        var answer = await server.AskAsync(
            $"{{ country(code: \"MA\") {{ name expected: name(language: \"{language}\") }} }}", acceptLanguage: acceptLanguage);

        var country = answer.Json.GetProperty("data").GetProperty("country");
        Assert.Equal(country.GetProperty("expected").GetString(), country.GetProperty("name").GetString());
    }
}
