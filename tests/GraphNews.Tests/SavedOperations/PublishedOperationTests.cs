using GraphNews.Server.SavedOperations;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.SavedOperations;

/// <summary>The server publishes its schema and its saved operations for those who write clients.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class PublishedOperationTests(SampleServer server)
{
    [Fact]
    public async Task The_list_has_each_operation_with_its_document_hash_and_variables()
    {
        using var response = await GetAsync("/operations");
        var answer = await Answer.ReadAsync(response);

        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        var documents = answer.Json.GetProperty("documents").EnumerateArray().ToDictionary(document => document.GetProperty("documentId").GetString()!);
        Assert.Equal(
            Directory.GetFiles(Path.Combine(SchemaFolder.Path, "operations"), "*.graphql").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), documents.Keys);
        var one = documents["WhoHeldAPost"];
        Assert.Equal(SavedOperation.Read("WhoHeldAPost"), one.GetProperty("document").GetString());
        Assert.Equal(DocumentHash.Of(SavedOperation.Read("WhoHeldAPost")), one.GetProperty("sha256").GetString());
        Assert.Equal(
            """[{"name":"WhoHeldAPost","type":"query","variables":[{"name":"post","type":"String!","default":"\"morocco-dgsn-director-general\""},{"name":"day","type":"Date!","default":"\"2025-01-28\""}]}]""",
            one.GetProperty("operations").GetRawText());
    }

    [Theory]
    [InlineData("/operations")]
    [InlineData("/graphql?sdl")]
    public async Task Who_has_it_is_told_so_and_HEAD_has_no_body(string path)
    {
        using var first = await GetAsync(path);
        using var again = await GetAsync(path, ifNoneMatch: first.Headers.ETag!.ToString());
        using var head = await GetAsync(path, method: HttpMethod.Head);

        Assert.Equal((200, "public, no-cache"), ((int)first.StatusCode, first.Headers.CacheControl?.ToString()));
        Assert.Equal((304, first.Headers.ETag), ((int)again.StatusCode, again.Headers.ETag));
        Assert.Equal((200, first.Headers.ETag, first.Content.Headers.ContentLength), ((int)head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Another_method_is_refused_with_those_that_may_be()
    {
        using var response = await GetAsync("/operations", method: HttpMethod.Post);

        BadRequestTests.AssertRefused(await Answer.ReadAsync(response), 405, "METHOD_NOT_ALLOWED");
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Where_nobody_is_told_of_the_schema_nobody_is_told_of_the_operations()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var closed = await ServerProcess.StartAsync(graph, settings: ["--Sample:Load=false", "--Limits:Introspection=Off"]);

        foreach (var path in new[] { "/operations", "/graphql?sdl" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(closed.Address, path));
            using var response = await server.SendAsync(request);
            BadRequestTests.AssertRefused(await Answer.ReadAsync(response), 403, "INTROSPECTION_REFUSED");
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? ifNoneMatch = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(server.Address, path));
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await server.SendAsync(request);
    }
}
