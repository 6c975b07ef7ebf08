using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using GraphNews.Server.SavedOperations;

namespace GraphNews.Tests.Transports.Tables;

/// <summary>A saved operation that selects one connection is answered as CSV.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class CsvTests(SampleServer server)
{
    [Fact]
    public async Task The_meetings_of_an_official_are_a_table_with_a_column_for_each_field()
    {
        using var answer = await GetAsync("documentId=MeetingsOfAnOfficial&variables={\"language\":\"en\"}");

        Assert.Equal((200, "text/csv; charset=utf-8; header=present"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("attachment; filename=\"MeetingsOfAnOfficial.csv\"", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("3", Header(answer, "GraphNews-Total-Count"));
        var lines = await LinesAsync(answer);
        Assert.Equal("slug,title,kind,status,starts.text,starts.earliest,starts.latest,place.name,place.country.code,topics.name", string.Join(',', lines[0]));
        Assert.Equal(4, lines.Count);
        var bilateral = lines.Single(line => line[0] == "madrid-bilateral-2025-01");
        Assert.Equal(["BILATERAL", "HELD", "[2025-01-28..2025-01-29]", "2025-01-28", "2025-01-29", "Madrid", "ES"], bilateral[2..9]);
        Assert.Contains("Security cooperation|", bilateral[9], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_header_Link_leads_from_page_to_page_until_all_rows_were_seen_once()
    {
        var (slugs, next) = (new List<string>(), "?documentId=MeetingsOfAnOfficial&variables={\"first\":1}");
        for (var page = 0; next is not null; page++)
        {
            Assert.True(page < 3);
            using var answer = await GetAsync(next[(next.IndexOf('?', StringComparison.Ordinal) + 1)..]);
            slugs.Add(Assert.Single((await LinesAsync(answer)).Skip(1))[0]);
            var link = Header(answer, "Link");
            Assert.Equal(link is null, Header(answer, "GraphNews-Next-Cursor") is null);
            next = link?[1..link.IndexOf('>', StringComparison.Ordinal)];
        }

        Assert.Equal(["madrid-bilateral-2025-01", "madrid-trilateral-2025-01", "madrid-visit-2025-01"], slugs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_beside_the_connection_is_not_in_the_table_and_types_that_exclude_one_another_share_their_columns()
    {
        using var answer = await GetAsync("documentId=WhomAnOfficialMet");

        var lines = await LinesAsync(answer);
        Assert.Equal(
            "counterpart.__typename,counterpart.slug,counterpart.name,counterpart.country.code,meetingCount,first.text,last.text,meetings.slug,meetings.title,meetings.starts.text",
            string.Join(',', lines[0]));
        Assert.Contains(lines, line => line[0] == "Agency" && line[3] == "DE");
    }

    [Fact]
    public async Task A_table_is_kept_and_sent_by_POST_and_HEAD_as_JSON_is()
    {
        using var first = await GetAsync("documentId=MeetingsOfAnOfficial");
        var tag = first.Headers.ETag!.ToString();
        using var again = await GetAsync("documentId=MeetingsOfAnOfficial", ifNoneMatch: tag);
        using var head = await GetAsync("documentId=MeetingsOfAnOfficial", method: HttpMethod.Head);
        var posted = await PostAsync(new { documentId = "MeetingsOfAnOfficial" });

        Assert.Equal((304, tag), ((int)again.StatusCode, again.Headers.ETag?.ToString()));
        Assert.Equal((200, first.Content.Headers.ContentLength), ((int)head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal(await first.Content.ReadAsStringAsync(), posted.Text);
    }

    [Fact]
    public async Task A_spreadsheet_asks_by_the_address_and_gets_a_mark_that_tells_UTF8()
    {
        using var plain = await GetAsync("documentId=MeetingsOfAnOfficial&csv", accept: "*/*");
        using var sheet = await GetAsync("documentId=MeetingsOfAnOfficial&csv=sheet", accept: "*/*");

        Assert.Equal("text/csv; charset=utf-8; header=present", sheet.Content.Headers.ContentType?.ToString());
        Assert.Equal([0xEF, 0xBB, 0xBF, .. await plain.Content.ReadAsByteArrayAsync()], await sheet.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(plain.Headers.ETag, sheet.Headers.ETag);
    }

    [Theory]
    [InlineData("{ graph { version } }", "selects no connection")]
    [InlineData("{ a: meetings { nodes { slug } } b: meetings { nodes { slug } } }", "selects 2 connections, a and b")]
    [InlineData("{ meetings { nodes { slug participations { nodes { role } } } } }", "selects 2 connections, meetings and meetings.nodes.participations")]
    [InlineData("{ post(slug: \"morocco-dgsn-director-general\") { tenures { citations { nodes { quote } } } } }", "the connection post.tenures.citations of each item of a list")]
    [InlineData("{ meetings { totalCount } }", "neither nodes nor edges of meetings")]
    [InlineData("{ meetings @skip(if: true) { nodes { slug } } graph { version } }", "selects no connection")]
    public async Task What_is_no_table_is_refused_with_what_it_has_instead(string document, string message)
    {
        var answer = await PostAsync(new { query = document, extensions = Saved(document) });

        BadRequestTests.AssertRefused(answer, 400, "NOT_A_TABLE");
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_saved_is_refused()
        => BadRequestTests.AssertRefused(await PostAsync(new { query = "{ meetings { nodes { slug } } }" }), 400, "NOT_A_TABLE");

    [Fact]
    public async Task A_list_of_nothing_is_not_found()
        => BadRequestTests.AssertRefused(await PostAsync(new { documentId = "MeetingsOfAnOfficial", variables = new { official = "nobody" } }), 404, "UNKNOWN_ENTITY");

    [Fact]
    public async Task An_answer_with_errors_is_no_table_and_has_a_status_that_says_so()
    {
        var answer = await PostAsync(new { documentId = "MeetingsOfAnOfficial", variables = new { first = 1000 } });

        Assert.Equal((400, "application/graphql-response+json; charset=utf-8", "BAD_ARGUMENTS"), (answer.Status, answer.ContentType, answer.Code));
    }

    [Fact]
    public async Task Another_value_of_the_parameter_is_refused()
    {
        using var answer = await GetAsync("documentId=MeetingsOfAnOfficial&csv=excel");

        BadRequestTests.AssertRefused(await Answer.ReadAsync(answer), 400, "BAD_REQUEST");
    }

    [Fact]
    public async Task A_field_that_is_left_out_is_no_column_and_lists_are_told_apart_from_texts_with_bars()
    {
        const string Document = "query T($no: Boolean = false) { officials(first: 1, where: { slug: { eq: \"abdellatif-hammouchi\" } }) { edges { node { slug ... @include(if: $no) { id } names { script } } } } }";

        var answer = await PostAsync(new { query = Document, extensions = Saved(Document) });

        var lines = answer.Text.Split("\r\n");
        Assert.Equal("node.slug,node.names.script", lines[0]);
        Assert.StartsWith("abdellatif-hammouchi,", lines[1], StringComparison.Ordinal);
        Assert.Contains("|", lines[1], StringComparison.Ordinal);
    }

    private static object Saved(string document) => new { persistedQuery = new { version = 1, sha256Hash = DocumentHash.Of(document) } };

    private async Task<HttpResponseMessage> GetAsync(string query, string accept = "text/csv", string? ifNoneMatch = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri($"{server.Address}?{query}"));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await server.SendAsync(request);
    }

    private async Task<Answer> PostAsync(object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", "text/csv");
        using var response = await server.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<List<string[]>> LinesAsync(HttpResponseMessage answer)
    {
        using var parser = new CsvParser(new StringReader(await answer.Content.ReadAsStringAsync()), CultureInfo.InvariantCulture);
        var lines = new List<string[]>();
        while (await parser.ReadAsync()) lines.Add(parser.Record!);
        return lines;
    }
}
