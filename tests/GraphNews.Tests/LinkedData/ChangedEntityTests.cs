using System.Net;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Server.Settings;
using GraphNews.Tests.Caching;
using GraphNews.Tests.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Tests.LinkedData;

/// <summary>An address goes on to say what became of its entity.</summary>
public sealed class ChangedEntityTests(ChangingServer changing) : IClassFixture<ChangingServer>
{
    [Fact]
    public async Task What_was_merged_leads_to_what_stands_for_it_until_that_is_undone()
    {
        var (standing, merged) = (await AddAsync("standing"), await AddAsync("merged"));
        var judgement = (await WriteAsync("judgeSame", new { left = standing, right = merged, verdict = "SAME" }, "judgement { id }")).GetProperty("judgement").GetProperty("id").GetString();

        using var moved = await GetAsync("merged");
        using var data = await GetAsync("merged.jsonld");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/entity/standing"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        Assert.Equal("no-store", moved.Headers.CacheControl?.ToString());
        Assert.Equal("/entity/standing.jsonld", data.Headers.Location?.ToString());

        await WriteAsync("undoJudgement", new { id = judgement }, "version");
        using var again = await GetAsync("merged");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task What_was_retracted_is_gone_and_comes_back()
    {
        var id = await AddAsync("retracted");
        await WriteAsync("retractOfficial", new { id, reason = "Nobody <b>is</b> called so." }, "version");

        using var gone = await GetAsync("retracted");
        using var page = await GetAsync("retracted", "text/html");

        var answer = await Answer.ReadAsync(gone);
        BadRequestTests.AssertRefused(answer, 410, "RETRACTED");
        Assert.Contains("Nobody <b>is</b> called so.", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(410, (int)page.StatusCode);
        Assert.Contains("Nobody &lt;b&gt;is&lt;/b&gt; called so.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await WriteAsync("restoreOfficial", new { id }, "version");
        using var again = await GetAsync("retracted");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task An_entity_is_named_by_the_address_that_others_know()
    {
        using var answer = await GetAsync("madrid");

        Assert.Equal("https://news.example.org/graph/entity/madrid", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("@id").GetString());
    }

    [Fact]
    public async Task An_identifier_of_a_scheme_that_is_known_says_what_is_the_same()
    {
        await AddAsync("known-elsewhere", [new { scheme = "wikidata", value = "Q42" }, new { scheme = "register", value = "https://example.org/people/7" }, new { scheme = "uk-ministers", value = "83069" }]);

        using var answer = await GetAsync("known-elsewhere");
        var entity = JsonElement.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(["http://www.wikidata.org/entity/Q42", "https://example.org/people/7"], entity.GetProperty("sameAs").EnumerateArray().Select(same => same.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(3, entity.GetProperty("identifier").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_of_the_graph_becomes_markup()
    {
        await AddAsync("with-signs", name: "Some < body > \"called\" 'so' & so");

        using var answer = await GetAsync("with-signs", "text/html");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Some &lt; body &gt; &quot;called&quot; &#x27;so&#x27; &amp; so", page, StringComparison.Ordinal);
        Assert.DoesNotContain("< body", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_reading_is_closed_an_address_is_closed_to_strangers()
    {
        await using var closed = await HostedGraph.StartAsync(services => services.AddSingleton(new AuthenticationSettings { RequireForReading = true }));
        var key = await closed.KeyAsync(CallerRole.Reader);

        using var stranger = await GetAsync("madrid", server: closed);
        using var reader = await GetAsync("madrid", key: key, server: closed);

        BadRequestTests.AssertRefused(await Answer.ReadAsync(stranger), 401, "UNAUTHENTICATED");
        Assert.Equal((200, true), ((int)reader.StatusCode, reader.Headers.CacheControl!.Private));
    }

    [Fact]
    public async Task Where_saved_operations_alone_are_executed_a_page_leads_to_no_other()
    {
        await using var trusting = await HostedGraph.StartAsync(services => services.AddSingleton(new SavedOperationsSettings { TrustedOnly = true }));

        using var answer = await GetAsync("madrid", "text/html", server: trusting);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("/graphql?documentId=DescribeEntity", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/graphql?query=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_address_costs_counts_for_who_asks()
    {
        await using var small = await HostedGraph.StartAsync(services => services.AddSingleton(new LimitsSettings { CostPerMinute = 100 }));

        // A bucket that is full lets through whatever it is asked for.
        using var first = await GetAsync("spain", server: small);
        using var answer = await GetAsync("madrid", server: small);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        BadRequestTests.AssertRefused(await Answer.ReadAsync(answer), 429, "RATE_LIMITED");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private async Task<string> AddAsync(string slug, object[]? identifiers = null, string name = "Somebody")
        => (await WriteAsync("addOfficial", new { slug, names = new[] { new { value = name, language = "en" } }, identifiers = identifiers ?? [] }, "official { id }"))
            .GetProperty("official").GetProperty("id").GetString()!;

    private async Task<JsonElement> WriteAsync(string mutation, object input, string shown)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var body = JsonSerializer.Serialize(new { query = $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ {shown} errors {{ ... on Error {{ message }} }} }} }}", variables = new { input } });
        var answer = JsonElement.Parse(await changing.Server.PostAsync(body, changing.Editor));
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var payload = answer.GetProperty("data").GetProperty(mutation);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("errors").ValueKind);
        return payload;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept = "application/ld+json", string? key = null, HostedGraph? server = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri((server ?? changing.Server).Address, $"/entity/{path}"));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (key is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return await changing.Client.SendAsync(request);
    }
}

/// <summary>A server whose graph the tests change, each at slugs of its own.</summary>
public sealed class ChangingServer : IAsyncLifetime, IDisposable
{
    /// <summary>Sees where an address leads instead of going there.</summary>
    internal HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    internal HostedGraph Server { get; private set; } = null!;

    /// <summary>An editor's key.</summary>
    internal string Editor { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Server = await HostedGraph.StartAsync(services => services.AddSingleton(new LinkedDataSettings { Address = "https://news.example.org/graph" }));
        Editor = await Server.KeyAsync(CallerRole.Editor);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => Client.Dispose();
}
