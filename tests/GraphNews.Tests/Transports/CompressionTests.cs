using System.IO.Compression;
using System.Net.Http.Headers;

namespace GraphNews.Tests.Transports;

/// <summary>Answers are compressed for clients that take it, where it is worth it.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class CompressionTests(SampleServer server)
{
    private const string Long = "{\"query\":\"{ meetings { nodes { title summary slug participations { nodes { nameAsWritten titleAsWritten } } } } }\"}";
    private const string Short = "{\"query\":\"{ __typename }\"}";

    [Theory]
    [InlineData("br", "application/json", "br")]
    [InlineData("gzip", "application/json", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "application/graphql-response+json", "br")]
    [InlineData("br;q=0, gzip", "application/graphql-response+json", "gzip")]
    [InlineData("*", "application/json", "br")]
    public async Task A_long_answer_is_compressed_as_the_client_likes_it(string accepts, string type, string encoding)
    {
        var plain = await SendAsync(Long, null, type);

        var compressed = await SendAsync(Long, accepts, type);

        Assert.Equal(encoding, compressed.Encoding);
        Assert.InRange(compressed.Body.Length, 1, plain.Body.Length / 2);
        Assert.Equal(plain.Body, Decompress(compressed));
        Assert.Contains("Accept-Encoding", compressed.Vary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Long, null)]
    [InlineData(Long, "identity")]
    [InlineData(Long, "br;q=0, gzip;q=0")]
    [InlineData(Short, "br, gzip")]
    public async Task An_answer_that_is_short_or_whose_client_takes_no_compression_stays_as_it_is(string question, string? accepts)
        => Assert.Equal("", (await SendAsync(question, accepts, "application/json")).Encoding);

    private async Task<(string Encoding, string Vary, byte[] Body)> SendAsync(string question, string? accepts, string type)
    {
        using var body = new StringContent(question, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = body };
        request.Headers.TryAddWithoutValidation("Accept", type);
        if (accepts is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        using var response = await server.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        return (string.Join(", ", response.Content.Headers.ContentEncoding), string.Join(", ", response.Headers.Vary), await response.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Decompress((string Encoding, string Vary, byte[] Body) answer)
    {
        using var compressed = new MemoryStream(answer.Body);
        using Stream reader = answer.Encoding == "br" ? new BrotliStream(compressed, CompressionMode.Decompress) : new GZipStream(compressed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        reader.CopyTo(plain);
        return plain.ToArray();
    }
}
