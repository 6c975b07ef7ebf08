using System.IO.Compression;
using System.Net;
using GraphNews.Graph.Execution;
using GraphNews.Server.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Tests.Caching;

/// <summary>Browsers and CDNs may keep the answer to a GET, and ask whether it still holds.</summary>
public sealed class CacheHeaderTests : IAsyncLifetime
{
    private const string Question = "{ meetings { nodes { title summary slug participations { nodes { nameAsWritten } } } } graph { version } }";

    private HostedGraph _server = null!;

    public async Task InitializeAsync() => _server = await HostedGraph.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_client_that_has_the_answer_is_told_so_without_a_body_until_the_graph_changes()
    {
        using var first = await GetAsync(Question);
        var tag = first.Headers.ETag!.ToString();
        Assert.StartsWith("W/\"2-", tag, StringComparison.Ordinal);

        using var again = await GetAsync(Question, ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag?.ToString()));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(string.Join(',', first.Headers.Vary), string.Join(',', again.Headers.Vary));
        Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);

        await _server.WriteAsync("a-topic");
        using var later = await GetAsync(Question, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.StartsWith("W/\"3-", later.Headers.ETag!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"version\":3", await later.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caches_are_told_all_that_an_answer_depends_on()
    {
        using var answer = await GetAsync(Question);

        Assert.Equal(["Accept", "Accept-Encoding", "Accept-Language", "Authorization", "GraphQL-Cost"], answer.Headers.Vary);
        await using var crossed = await HostedGraph.StartAsync(services => services.AddSingleton(new CorsSettings { Origins = "https://news.example.org" }));
        using var other = await GetAsync(Question, server: crossed);
        Assert.Contains("Origin", other.Headers.Vary);
    }

    [Fact]
    public async Task A_tag_of_one_language_is_none_of_another()
    {
        using var english = await GetAsync("{ official(slug: \"abdellatif-hammouchi\") { name } }");
        using var arabic = await GetAsync(
            "{ official(slug: \"abdellatif-hammouchi\") { name } }", ("Accept-Language", "ar"), ("If-None-Match", english.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, arabic.StatusCode);
    }

    [Fact]
    public async Task A_strangers_answer_may_be_shared_and_a_callers_own_may_not()
    {
        using var open = await GetAsync(Question);
        using var own = await GetAsync(Question, ("Authorization", $"Bearer {await _server.KeyAsync(CallerRole.Reader)}"));

        Assert.Equal("public, no-cache", open.Headers.CacheControl?.ToString());
        Assert.Equal(new[] { "no-cache", "private" }, own.Headers.CacheControl!.ToString().Split(", ").Order());
    }

    [Fact]
    public async Task A_CDN_may_show_an_answer_for_as_long_as_the_settings_say()
    {
        await using var server = await HostedGraph.StartAsync(services
            => services.AddSingleton(new CacheSettings { MaxAge = TimeSpan.FromSeconds(5), SharedMaxAge = TimeSpan.FromMinutes(1) }));
        using var answer = await GetAsync(Question, server: server);

        Assert.Equal((true, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)), (answer.Headers.CacheControl!.Public, answer.Headers.CacheControl.MaxAge, answer.Headers.CacheControl.SharedMaxAge));
    }

    [Theory]
    [InlineData("{ official { name } }")]
    [InlineData("{ nothing }")]
    [InlineData("{")]
    [InlineData("mutation { __typename }")]
    public async Task What_went_wrong_is_not_kept_on_its_way(string question)
    {
        using var answer = await GetAsync(question);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Null(answer.Headers.ETag);
        Assert.Contains("Authorization", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_kept_answer_is_compressed_once_for_all_who_take_it(string encoding)
    {
        using var plain = await GetAsync(Question);
        _server.TakeStatements();
        byte[]? before = null;
        for (var i = 0; i < 3; i++)
        {
            using var answer = await GetAsync(Question, ("Accept-Encoding", encoding));
            Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
            Assert.Equal(plain.Headers.ETag, answer.Headers.ETag);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(await plain.Content.ReadAsStringAsync(), Decompress(bytes, encoding));
            Assert.Equal(before ?? bytes, bytes);
            before = bytes;
        }

        Assert.Equal(0, _server.TakeStatements());
    }

    private async Task<HttpResponseMessage> GetAsync(string question, (string Name, string Value)? one = null, (string Name, string Value)? two = null, HostedGraph? server = null)
    {
        server ??= _server;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Address}?query={Uri.EscapeDataString(question)}"));
        foreach (var header in new[] { one, two })
        {
            if (header is { } given) request.Headers.TryAddWithoutValidation(given.Name, given.Value);
        }

        return await server.Client.SendAsync(request);
    }

    private static string Decompress(byte[] bytes, string encoding)
    {
        using var compressed = new MemoryStream(bytes);
        using Stream reader = encoding == "br" ? new BrotliStream(compressed, CompressionMode.Decompress) : new GZipStream(compressed, CompressionMode.Decompress);
        using var text = new StreamReader(reader);
        return text.ReadToEnd();
    }
}
