using System.Net.Http.Headers;
using System.Text.Json;
using GraphNews.Server.SavedOperations;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.SavedOperations;

/// <summary>What whoever runs the server has saved is asked for by name or hash, and may be all that is answered.</summary>
public sealed class TrustedDocumentTests
{
    private const string Own = "query Own { graph { version } }";

    [Fact]
    public async Task Where_trusted_documents_alone_are_executed_nothing_else_is()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "Own.graphql"), Own);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "persisted.json"), "{\"app-1\":\"{ __typename }\"}");
        await using var graph = await TestGraph.CreateWithSampleAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: [$"--SavedOperations:Folder={folder.Path}", "--SavedOperations:TrustedOnly=true"]);
        using var client = new HttpClient();

        Assert.Equal(200, (await PostAsync(new { documentId = "Own" })).Status);
        Assert.Equal(200, (await PostAsync(new { documentId = "app-1" })).Status);
        Assert.Equal(200, (await PostAsync(new { documentId = $"sha256:{DocumentHash.Of(Own)}" })).Status);
        Assert.Equal(200, (await PostAsync(new { query = Own })).Status);
        Assert.Equal(200, (await PostAsync(new { extensions = new { persistedQuery = new { version = 1, sha256Hash = DocumentHash.Of(Own) } } })).Status);
        Assert.Equal(200, (await PostAsync(new { documentId = "WhoHeldAPost", variables = new { day = "2025-01-28" } })).Status);
        using var get = await client.GetAsync(new Uri($"{server.Address}?documentId=SearchHammouchi"));
        Assert.Equal(200, (int)get.StatusCode);

        BadRequestTests.AssertRefused(await PostAsync(new { query = Own + " " }), 403, "UNTRUSTED_DOCUMENT");
        BadRequestTests.AssertRefused(await PostAsync(new { query = "{ __schema { queryType { name } } }" }), 403, "UNTRUSTED_DOCUMENT");
        BadRequestTests.AssertRefused(
            await PostAsync(new { query = "{ a: __typename }", extensions = new { persistedQuery = new { version = 1, sha256Hash = DocumentHash.Of("{ a: __typename }") } } }), 403, "UNTRUSTED_DOCUMENT");
        BadRequestTests.AssertRefused(await PostAsync(new { documentId = "Other" }), 400, "UNKNOWN_DOCUMENT");

        async Task<Answer> PostAsync(object body)
        {
            using var content = new StringContent(JsonSerializer.Serialize(body), new MediaTypeHeaderValue("application/json"));
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = content };
            request.Headers.Add("Accept", "application/graphql-response+json");
            using var response = await client.SendAsync(request);
            return await Answer.ReadAsync(response);
        }
    }

    [Theory]
    [InlineData("Broken.graphql", "{ graph {", "Broken cannot be executed. The document does not parse")]
    [InlineData("WhoHeldAPost.graphql", "{ __typename }", "there are two saved operations called WhoHeldAPost")]
    [InlineData("list.json", "[]", "is not a JSON object of documents by their ids")]
    public async Task A_file_that_cannot_be_meant_stops_the_start_with_its_name(string file, string text, string message)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, file), text);

        var exit = await ServerProcess.RunAsync([$"--SavedOperations:Folder={folder.Path}"]);

        Assert.Equal(2, exit.Code);
        Assert.Contains(file, exit.Error, StringComparison.Ordinal);
        Assert.Contains(message, exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stops_the_start()
    {
        var exit = await ServerProcess.RunAsync(["--SavedOperations:Folder=nowhere"]);

        Assert.Equal(2, exit.Code);
        Assert.Contains("SavedOperations:Folder", exit.Error, StringComparison.Ordinal);
    }
}

/// <summary>A saved operation of the schema is known to every server.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class NamedOperationTests(SampleServer server)
{
    [Fact]
    public async Task An_operation_of_the_schema_is_answered_by_its_name()
    {
        var sent = await server.PostAsync(JsonSerializer.Serialize(new { query = SavedOperation.Read("WhoHeldAPost") }));
        var named = await server.PostAsync("{\"documentId\":\"WhoHeldAPost\"}");

        Assert.Equal(200, named.Status);
        Assert.Equal(sent.Text, named.Text);
    }

    [Fact]
    public async Task A_document_and_a_name_exclude_one_another()
        => BadRequestTests.AssertRefused(await server.PostAsync("{\"query\":\"{ __typename }\",\"documentId\":\"WhoHeldAPost\"}"), 400, "BAD_REQUEST");
}
