using GraphNews.Graph.Bundles;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Bundles;

public sealed class BundleSourceTests : IDisposable
{
    private const string Header = """{"format":"graphnews-bundle","version":1}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_meeting_is_read_with_its_texts_links_and_citations()
    {
        var draft = Assert.Single(await ReadAsync(
            Header,
            "",
            """
            {"type":"Meeting","slug":"talks","kind":"BILATERAL","status":"HELD","starts":"[2025-01-28..2025-01-29]","place":"madrid",
            "title":{"en":"Talks","ar":"محادثات"},"topics":["a","b"],
            "citations":[{"article":{"key":"page"},"quote":" They met","start":7,"field":"starts","confidence":0.5}]}
            """));

        var meeting = Assert.IsType<Meeting>(draft.Row);
        Assert.Equal((MeetingKind.Bilateral, MeetingStatus.Held), (meeting.Kind, meeting.Status));
        Assert.Equal("[2025-01-28..2025-01-29]", meeting.Starts.Text);
        Assert.True(meeting.Ends.IsUnknown);
        Assert.Equal((NodeKind.Meeting, "talks", 3), (draft.Kind, draft.Slug, draft.Record.Line));
        Assert.Equal([("title", "en", "Talks"), ("title", "ar", "محادثات")], draft.Texts);
        Assert.Equal([typeof(MeetingTopic), typeof(MeetingTopic)], draft.Links.Select(link => link.Row.GetType()));
        Assert.Equal(new BundleReference.BySlug("madrid"), Assert.Single(draft.References).Reference);
        var citation = Assert.Single(draft.Citations);
        Assert.Equal((" They met", 7L, "starts", 0.5), (citation.Quote, citation.Start, citation.Field, citation.Confidence));
    }

    [Fact]
    public async Task A_name_is_cleaned_and_stands_on_its_own_citations()
    {
        var draft = Assert.Single(await ReadAsync(
            Header,
            """{"type":"Topic","names":[{"value":"  Human  trafficking ","language":"en","kind":"ALIAS","statedBy":"anna"}]}"""));

        var name = Assert.IsType<Name>(Assert.Single(draft.Names).Row);
        Assert.Equal(("Human trafficking", "en", NameKind.Alias, "anna"), (name.Value, name.Language, name.Kind, name.StatedBy));
    }

    [Fact]
    public async Task The_text_of_an_article_is_kept_to_the_last_character()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "page.txt"), " one\r\ntwo \n\n");

        var draft = Assert.Single(await ReadAsync(Header, """{"type":"SourceArticle","title":"Page","textFile":"page.txt"}"""));

        Assert.Equal(" one\r\ntwo \n\n", Assert.IsType<Graph.Articles.SourceArticle>(draft.Row).Text);
    }

    [Theory]
    [InlineData("", 1, "The line is not JSON")]
    [InlineData("{}", 1, "The first line of a bundle has to be")]
    [InlineData("""{"format":"graphnews-bundle","version":2}""", 1, "of version 2; this GraphNews reads version 1")]
    [InlineData("""{"format":"graphnews-bundle","version":1,"sort":"x"}""", 1, "The field sort is unknown here")]
    public async Task A_header_that_is_not_of_the_format_is_refused(string header, int line, string reason)
        => await RefusedAsync(line, reason, header);

    [Fact]
    public async Task An_empty_file_is_no_bundle()
    {
        var path = Path.Combine(_folder.Path, "empty.jsonl");
        await File.WriteAllTextAsync(path, "");

        var error = await Assert.ThrowsAsync<BundleException>(() => DraftsAsync(path));

        Assert.Contains("The bundle is empty", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var path = Path.Combine(_folder.Path, "nowhere.jsonl");

        var error = await Assert.ThrowsAsync<BundleException>(() => DraftsAsync(path));

        Assert.Equal(path, error.File);
        Assert.Contains("cannot be opened", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_refused()
    {
        var path = Path.Combine(_folder.Path, "latin1.jsonl");
        await File.WriteAllBytesAsync(path, [.. System.Text.Encoding.UTF8.GetBytes(Header), 10, 0x7B, 0xE9, 0x7D]);

        var error = await Assert.ThrowsAsync<BundleException>(() => DraftsAsync(path));

        Assert.Contains("not UTF-8", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Topic",""", "The line is not JSON")]
    [InlineData("[1]", "no object")]
    [InlineData("""{"type":"Topic","names":[{"value":"\ud800","statedBy":"a"}]}""", "The line has half of a character")]
    [InlineData("""{"type":"Topic","\udc00":""}""", "The line has half of a character")]
    [InlineData("""{"type":"Topic","type":"Place"}""", "The line is not JSON")]
    [InlineData("""{"slug":"x"}""", "The field type is missing")]
    [InlineData("""{"type":"Country"}""", "has to be one of Agency, AgencySuccession, Agreement")]
    [InlineData("""{"type":"Topic","slug":"Not a slug"}""", "A slug has words of a to z and 0 to 9")]
    [InlineData("""{"type":"Topic","slug":"-x"}""", "A slug has words of a to z and 0 to 9")]
    [InlineData("""{"type":"Topic","nmaes":[]}""", "The field nmaes is unknown here. Known are broader, citations")]
    [InlineData("""{"type":"Topic","names":{}}""", "The field names has to be a list")]
    [InlineData("""{"type":"Topic","names":["x"]}""", "The field names[0] has to be an object")]
    [InlineData("""{"type":"Topic","names":[{"value":"x"}]}""", "The field names[0].citations is missing")]
    [InlineData("""{"type":"Topic","names":[{"value":" ","statedBy":"a"}]}""", "The field names[0].value is missing")]
    [InlineData("""{"type":"Topic","names":[{"value":"x","language":"e n","statedBy":"a"}]}""", "is no language tag")]
    [InlineData("""{"type":"Topic","broader":5}""", "The field broader has to be a reference")]
    [InlineData("""{"type":"Topic","broader":{"slug":"a","key":"b"}}""", "The field broader has to be a reference")]
    [InlineData("""{"type":"Topic","broader":{"scheme":"wikidata"}}""", "The field broader has to be a reference")]
    [InlineData("""{"type":"Meeting","starts":"2025-02-30"}""", "The field starts is wrong. '2025-02-30' is not a date: 2025-02 has the days")]
    [InlineData("""{"type":"Meeting","starts":20250128}""", "The field starts has to be a string")]
    [InlineData("""{"type":"Meeting","kind":"Bilateral"}""", "has to be one of UNKNOWN, BILATERAL, TRILATERAL")]
    [InlineData("""{"type":"Meeting","title":"Talks"}""", "has to be an object of texts by language")]
    [InlineData("""{"type":"Meeting","title":{"en":""}}""", "The field title.en has to be a text")]
    [InlineData("""{"type":"Tenure","post":"x","statedBy":"a"}""", "The field official is missing")]
    [InlineData("""{"type":"Tenure","official":"o","post":"p","statedBy":"a","attestedFirst":"2025-01"}""", "has to be a day")]
    [InlineData("""{"type":"Tenure","official":"o","post":"p"}""", "A fact needs a citation, or statedBy")]
    [InlineData("""{"type":"Participation","meeting":"m","statedBy":"a"}""", "nothing else says who took part")]
    [InlineData("""{"type":"AgreementParty","agreement":"a","statedBy":"a"}""", "just one of them has to be there")]
    [InlineData("""{"type":"SourceArticle"}""", "The field title is missing")]
    [InlineData("""{"type":"SourceArticle","title":"x","textFile":"../x"}""", "has to be in the bundle's folder or below it")]
    [InlineData("""{"type":"SourceArticle","title":"x","textFile":"no.txt"}""", "cannot be read")]
    [InlineData("""{"type":"SourceArticle","title":"x","text":"y","textFile":"no.txt"}""", "only one of them can be there")]
    [InlineData("""{"type":"SourceArticle","title":"x","retrieved":"yesterday"}""", "has to be a point in time")]
    [InlineData("""{"type":"Topic","citations":[{"article":"x"}]}""", "just one of them has to be there")]
    [InlineData("""{"type":"Topic","citations":[{"article":"x","quote":"y","locator":"z"}]}""", "just one of them has to be there")]
    [InlineData("""{"type":"Topic","citations":[{"article":"x","locator":"z","start":1}]}""", "goes with a quote")]
    [InlineData("""{"type":"Topic","citations":[{"quote":"y"}]}""", "The field citations[0].article is missing")]
    [InlineData("""{"type":"Topic","citations":[{"article":"x","quote":"y","start":-1}]}""", "has to be a whole number, 0 or more")]
    [InlineData("""{"type":"Topic","citations":[{"article":"x","quote":"y","confidence":2}]}""", "has to be from 0 to 1")]
    public async Task A_record_that_is_wrong_is_refused_with_its_line_and_the_field(string record, string reason)
        => await RefusedAsync(3, reason, Header, """{"type":"Topic","slug":"fine"}""", record);

    private async Task RefusedAsync(int line, string reason, params string[] lines)
    {
        var error = await Assert.ThrowsAsync<BundleException>(() => ReadAsync(lines));

        Assert.Equal(line, error.Line);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        Assert.Equal($"{error.File}, line {line}: {error.Reason}", error.Message);
    }

    private async Task<List<Draft>> ReadAsync(params string[] lines)
    {
        var path = Path.Combine(_folder.Path, "bundle.jsonl");
        await File.WriteAllLinesAsync(path, lines.Select(line => line.ReplaceLineEndings("")));
        return await DraftsAsync(path);
    }

    private static async Task<List<Draft>> DraftsAsync(string path)
    {
        var drafts = new List<Draft>();
        var source = await BundleSource.OpenAsync(path, null, null, default);
        await foreach (var item in source.ReadAsync(default))
        {
            if (item.Reject is { } reject) throw new BundleException(reject.File, reject.Line, reject.Reason);
            drafts.Add(DraftReader.Read(item.Record!));
        }

        return drafts;
    }
}
