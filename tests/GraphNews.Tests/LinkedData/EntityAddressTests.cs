using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.LinkedData;

/// <summary>The address of an entity shows it as JSON-LD to programs and as a page to people.</summary>
[Collection(SharedSampleServer.Name)]
public sealed partial class EntityAddressTests(SampleServer server)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData(null, "application/ld+json")]
    [InlineData("*/*", "application/ld+json")]
    [InlineData(Browser, "text/html")]
    [InlineData("application/ld+json, text/html;q=0.5", "application/ld+json")]
    [InlineData("application/ld+json;q=0.4, text/*;q=0.5", "text/html")]
    [InlineData("application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"", "application/ld+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html;q=0, application/ld+json;q=0, */*;q=0.1", "application/json")]
    public async Task A_client_gets_the_form_that_it_likes_best(string? accept, string type)
    {
        using var answer = await GetAsync("abdellatif-hammouchi", accept);

        Assert.Equal((200, $"{type}; charset=utf-8"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.Equal("</entity/abdellatif-hammouchi.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"", answer.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task The_end_of_the_address_chooses_where_no_header_can()
    {
        using var data = await GetAsync("madrid.jsonld", Browser);
        using var page = await GetAsync("madrid.html", "application/ld+json");

        Assert.Equal(("application/ld+json", "text/html"), (data.Content.Headers.ContentType?.MediaType, page.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("nobody", "*/*", 404, "UNKNOWN_ENTITY")]
    [InlineData("Abdellatif-Hammouchi", "*/*", 404, "UNKNOWN_ENTITY")]
    [InlineData("madrid", "image/png", 406, "NOT_ACCEPTABLE")]
    public async Task What_cannot_be_shown_is_refused_with_a_status_and_a_code(string slug, string accept, int status, string code)
    {
        using var answer = await GetAsync(slug, accept);

        BadRequestTests.AssertRefused(await Answer.ReadAsync(answer), status, code);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_browser_is_told_on_a_page_and_nothing_of_the_address_becomes_markup()
    {
        using var answer = await GetAsync("%3Cscript%3Ealert(1)%3C%2Fscript%3E", Browser);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal((404, "text/html; charset=utf-8"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Contains("<code>UNKNOWN_ENTITY</code>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_method_is_refused_with_those_that_may_be()
    {
        using var answer = await GetAsync("madrid", "*/*", method: HttpMethod.Delete);

        BadRequestTests.AssertRefused(await Answer.ReadAsync(answer), 405, "METHOD_NOT_ALLOWED");
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/ld+json")]
    public async Task Who_has_it_is_told_so_and_HEAD_has_no_body(string accept)
    {
        using var first = await GetAsync("madrid", accept);
        using var again = await GetAsync("madrid", accept, ifNoneMatch: first.Headers.ETag!.ToString());
        using var head = await GetAsync("madrid", accept, method: HttpMethod.Head);
        using var arabic = await GetAsync("madrid", accept, ifNoneMatch: first.Headers.ETag!.ToString(), acceptLanguage: "ar");

        Assert.Equal((200, "public, no-cache"), ((int)first.StatusCode, first.Headers.CacheControl?.ToString()));
        Assert.Equal((304, first.Headers.ETag), ((int)again.StatusCode, again.Headers.ETag));
        Assert.Equal((200, first.Headers.ETag, first.Content.Headers.ContentLength), ((int)head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(200, (int)arabic.StatusCode);
    }

    [Fact]
    public async Task A_page_says_what_is_known_in_any_script_and_leads_on()
    {
        using var answer = await GetAsync("madrid-trilateral-2025-01", Browser, acceptLanguage: "ar");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("<a href=\"/entity/abdellatif-hammouchi\"><bdi>عبد اللطيف حموشي</bdi></a>", page, StringComparison.Ordinal);
        Assert.Contains("<blockquote lang=\"ar\" dir=\"auto\">ثم جمع اجتماع ثلاثي", page, StringComparison.Ordinal);
        Assert.Contains("[2025-01-28..2025-01-29]", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/graphql/\">the IDE</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abdellatif-hammouchi")]
    [InlineData("morocco-dgsn")]
    [InlineData("morocco-dgsn-director-general")]
    [InlineData("madrid-bilateral-2025-01")]
    [InlineData("madrid-joint-teams-2025-01")]
    [InlineData("counter-terrorism")]
    [InlineData("world-cup-2030")]
    [InlineData("madrid")]
    [InlineData("spain")]
    [InlineData("report-madrid-2025-ar")]
    [InlineData("graphnews-samples")]
    public async Task The_questions_of_every_kind_of_page_are_answered_to_a_browser(string slug)
    {
        using var answer = await GetAsync(slug, Browser);
        var questions = Question().Matches(await answer.Content.ReadAsStringAsync()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();

        Assert.Equal(2, questions.Count);
        foreach (var question in questions)
        {
            using var asked = await GetAsync(question, Browser);
            var told = await Answer.ReadAsync(asked);
            Assert.Equal((200, "application/json; charset=utf-8", null), (told.Status, told.ContentType, told.Code));
            Assert.Equal(JsonValueKind.Object, told.Json.GetProperty("data").EnumerateObject().Single().Value.ValueKind);
        }
    }

    [Fact]
    public async Task A_browser_runs_nothing_of_a_page_and_styles_it_with_the_one_style_that_is_in_it()
    {
        using var answer = await GetAsync("madrid", Browser);
        var style = Style().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? accept, string? ifNoneMatch = null, string? acceptLanguage = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(new Uri(server.Address, "/entity/"), path));
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        if (acceptLanguage is not null) request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        return await server.SendAsync(request);
    }

    [GeneratedRegex("href=\"(/graphql\\?[^\"]*)\"")]
    private static partial Regex Question();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
