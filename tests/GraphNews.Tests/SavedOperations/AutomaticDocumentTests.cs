using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.SavedOperations;

/// <summary>Automatic persisted queries, as Apollo's clients speak them: first the hash alone, then once with the document.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class AutomaticDocumentTests(SampleServer server)
{
    [Fact]
    public async Task A_document_is_saved_with_its_hash_and_asked_for_by_it_by_POST_and_GET()
    {
        const string Document = "{ graph { version } saved: __typename }";

        var unknown = await PostAsync(null, HashOf(Document));
        var saving = await PostAsync(Document, HashOf(Document));
        var known = await PostAsync(null, HashOf(Document));
        using var get = await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?extensions={Uri.EscapeDataString(Extensions(HashOf(Document)))}")));

        BadRequestTests.AssertRefused(unknown, 400, "PERSISTED_QUERY_NOT_FOUND");
        Assert.Equal("PersistedQueryNotFound", unknown.Json.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(200, saving.Status);
        Assert.Equal(saving.Text, known.Text);
        Assert.Equal(saving.Text, (await Answer.ReadAsync(get)).Text);
        Assert.Equal(200, (await server.PostAsync($"{{\"documentId\":\"sha256:{HashOf(Document)}\"}}")).Status);
    }

    [Fact]
    public async Task Clients_of_application_json_are_told_of_an_unknown_hash_with_status_200()
        => BadRequestTests.AssertRefused(await server.PostAsync($"{{\"extensions\":{Extensions(HashOf("{ a }"))}}}", "application/json"), 200, "PERSISTED_QUERY_NOT_FOUND");

    [Fact]
    public async Task A_hash_that_is_not_that_of_the_document_saves_nothing()
    {
        var hash = HashOf("{ graph { version } another: __typename }");

        BadRequestTests.AssertRefused(await PostAsync("{ __typename }", hash), 400, "BAD_REQUEST");
        BadRequestTests.AssertRefused(await PostAsync(null, hash), 400, "PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("{ broken", "SYNTAX_ERROR")]
    [InlineData("{ a: graph { version } a: official { slug } }", "VALIDATION_FAILED")]
    public async Task A_document_that_cannot_be_read_is_not_saved(string document, string code)
    {
        Assert.Equal(code, (await PostAsync(document, HashOf(document))).Code);
        BadRequestTests.AssertRefused(await PostAsync(null, HashOf(document)), 400, "PERSISTED_QUERY_NOT_FOUND");
    }

    [Fact]
    public async Task A_mutation_that_is_saved_is_still_none_for_GET()
    {
        const string Document = "mutation { __typename }";
        await PostAsync(Document, HashOf(Document));

        using var get = await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?extensions={Uri.EscapeDataString(Extensions(HashOf(Document)))}")));

        Assert.Equal(405, (int)get.StatusCode);
    }

    [Theory]
    [InlineData("{\"persistedQuery\":7}")]
    [InlineData("{\"persistedQuery\":{}}")]
    [InlineData("{\"persistedQuery\":{\"version\":1}}")]
    [InlineData("{\"persistedQuery\":{\"version\":2,\"sha256Hash\":\"a\"}}")]
    [InlineData("{\"persistedQuery\":{\"version\":\"1\",\"sha256Hash\":\"a\"}}")]
    [InlineData("{\"persistedQuery\":{\"version\":1,\"sha256Hash\":7}}")]
    public async Task An_extension_that_is_not_of_the_protocol_is_no_request(string extensions)
        => BadRequestTests.AssertRefused(await server.PostAsync($"{{\"extensions\":{extensions}}}"), 400, "BAD_REQUEST");

    [Fact]
    public async Task Another_extension_is_passed_over()
        => Assert.Equal(200, (await server.PostAsync("{\"query\":\"{ __typename }\",\"extensions\":{\"trace\":1,\"persistedQuery\":null}}")).Status);

    private Task<Answer> PostAsync(string? query, string hash)
        => server.PostAsync($"{{{(query is null ? "" : $"\"query\":{JsonSerializer.Serialize(query)},")}\"extensions\":{Extensions(hash)}}}");

    private static string Extensions(string hash) => $"{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{hash}\"}}}}";

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
