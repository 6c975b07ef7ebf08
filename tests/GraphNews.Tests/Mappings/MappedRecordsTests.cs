using System.Text.Json;

namespace GraphNews.Tests.Mappings;

/// <summary>What rows become.</summary>
public sealed class MappedRecordsTests : IDisposable
{
    private readonly MappedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_becomes_a_record_with_key_identifiers_names_fields_and_its_place_in_the_file()
    {
        _folder.Map("""
            - type: Agency
              key: agency:{id}
              slug: agency-{id}
              identifiers: { registry: "{id}" }
              names:
                - { value: "{name}", language: en }
                - { value: "{short}", language: en, kind: ALIAS }
              fields:
                kind: MINISTRY
                country: { code: GB }
                parent: { key: "agency:{parent}" }
                founded: { column: from, date: dd/MM/yyyy }
            """).Write("rows.csv", "id,name,short,parent,from\n7, Home  Office ,HO,3,01/02/1782\n8,HM Treasury,HM Treasury,,\n");

        var agencies = await _folder.RecordsAsync("Agency");

        Equal(
            """
            {"type":"Agency","key":"agency:7","slug":"agency-7","identifiers":[{"scheme":"registry","value":"7"}],
             "names":[{"value":"Home Office","language":"en","citations":[{"article":{"key":"article:rows"},"locator":"rows.csv, row 1"}]},
                      {"value":"HO","language":"en","kind":"ALIAS","citations":[{"article":{"key":"article:rows"},"locator":"rows.csv, row 1"}]}],
             "kind":"MINISTRY","country":{"code":"GB"},"parent":{"key":"agency:3"},"founded":"1782-02-01",
             "citations":[{"article":{"key":"article:rows"},"locator":"rows.csv, row 1"}]}
            """,
            agencies[0]);
        Assert.False(agencies[1].TryGetProperty("parent", out _));
        Assert.Equal(1, agencies[1].GetProperty("names").GetArrayLength());
    }

    [Fact]
    public async Task The_file_becomes_an_article_of_kind_DATASET_with_licence_and_publisher()
    {
        _folder.Write("mapping.yml", """
            format: graphnews-mapping
            version: 1
            name: test
            publishers:
              archive: { name: The Archive, site: "https://archive.example", country: GB }
            sources:
              - file: rows.csv
                article: { slug: rows, title: Rows, url: "https://archive.example/rows", publisher: archive, licence: CC BY 4.0, published: 2026-06, language: en }
            """).Write("rows.csv", "id\n");

        Equal(
            """
            {"type":"SourceArticle","key":"article:rows","slug":"rows","kind":"DATASET","title":"Rows (CC BY 4.0)","url":"https://archive.example/rows",
             "published":"2026-06","language":"en","publisher":{"key":"publisher:archive"}}
            """,
            Assert.Single(await _folder.RecordsAsync("SourceArticle")));
        Assert.Equal("GB", Assert.Single(await _folder.RecordsAsync("Publisher")).GetProperty("country").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Rows_that_stand_together_become_one_record_with_all_their_names_and_places()
    {
        _folder.Map("""
            - type: Official
              key: person:{id}
              names:
                - { value: "{name}", kind: { column: until, empty: NAME, otherwise: FORMER }, validUntil: { column: until, date: yyyy-MM-dd } }
              fields: { description: { column: note, language: en } }
            """, "group: \"{id}\"").Write("rows.csv", "id,name,until,note\n1,Peter M,2008-10-03,a\n1,Lord M,,a\n2,Anna,,\n");

        var people = await _folder.RecordsAsync("Official");

        Assert.Equal(2, people.Count);
        Assert.Equal(
            [("Peter M", "FORMER"), ("Lord M", "NAME")],
            people[0].GetProperty("names").EnumerateArray().Select(name => (name.GetProperty("value").GetString()!, name.GetProperty("kind").GetString()!)));
        Assert.Equal(
            ["rows.csv, row 1", "rows.csv, row 2"],
            people[0].GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("locator").GetString()!));
        Assert.Equal("a", people[0].GetProperty("description").GetProperty("en").GetString());
    }

    [Fact]
    public async Task Rows_of_one_record_that_disagree_are_noticed_and_the_first_is_kept()
    {
        _folder.Map("""
            - type: Official
              key: person:{id}
              fields: { birthDate: { column: born, date: yyyy } }
            """, "group: \"{id}\"").Write("rows.csv", "id,born\n1,1950\n1,1951\n");

        var (source, items) = await _folder.ReadAsync();

        Assert.Equal("1950", items[^1].Record!.Content.GetProperty("birthDate").GetString());
        Assert.Equal(
            "rows.csv, line 3, column born: The row says '1951' for birthDate, and an earlier row of the same Official '1950', which was kept. (ROWS_DISAGREE)",
            Assert.Single(source.Notices));
    }

    [Fact]
    public async Task Names_that_differ_in_case_punctuation_and_legal_form_are_one_agency_and_the_most_frequent_is_its_name()
    {
        _folder.Map("""
            - type: Agency
              collect: true
              cite: false
              where: { column: name, empty: false }
              key: { column: name, alike: organisation, prefix: "company:" }
              names: { value: "{name}", language: en }
            - type: Participation
              where: { column: name, empty: false }
              key: { column: name, alike: organisation, prefix: "meeting:{id}:" }
              fields:
                meeting: { key: "meeting:{id}" }
                agency: { key: { column: name, alike: organisation, prefix: "company:" } }
            """, "group: \"{id}\"").Write("rows.csv", "id,name\n1,The Acme & Sons Ltd.\n1,ACME and Sons\n2,Acme and Sons\n3,Acme and Sons\n4,Other\n5,\n");

        var agencies = await _folder.RecordsAsync("Agency");
        var participations = await _folder.RecordsAsync("Participation");

        Assert.Equal(["company:acmeandsons", "company:other"], agencies.Select(agency => agency.GetProperty("key").GetString()!));
        Assert.Equal(
            ["Acme and Sons", "The Acme & Sons Ltd.", "ACME and Sons"],
            agencies[0].GetProperty("names").EnumerateArray().Select(name => name.GetProperty("value").GetString()!));
        Assert.False(agencies[0].GetProperty("names")[0].TryGetProperty("kind", out _));
        Assert.Equal("ALIAS", agencies[0].GetProperty("names")[1].GetProperty("kind").GetString());
        Assert.Equal(
            ["meeting:1:acmeandsons", "meeting:2:acmeandsons", "meeting:3:acmeandsons", "meeting:4:other"],
            participations.Select(participation => participation.GetProperty("key").GetString()!));
        Assert.Equal(2, participations[0].GetProperty("citations").GetArrayLength());
    }

    [Fact]
    public async Task A_date_outside_the_time_that_the_file_covers_is_noticed_left_unknown_and_kept_as_a_claim()
    {
        _folder.Map("""
            - type: Meeting
              key: meeting:{id}
              fields: { starts: { column: date, date: MM-yyyy, within: "[2010-05-01..2016-12-31]" } }
            """).Write("rows.csv", "id,date\n1,07-1930\n2,07-2012\n");

        var (source, items) = await _folder.ReadAsync();
        var meetings = items.Select(item => item.Record!.Content).Where(record => record.GetProperty("type").GetString() == "Meeting").ToList();

        Assert.False(meetings[0].TryGetProperty("starts", out _));
        Assert.Equal(("starts", "1930-07"), Claim(meetings[0].GetProperty("citations")[1]));
        Assert.Equal("2012-07", meetings[1].GetProperty("starts").GetString());
        Assert.StartsWith(
            "rows.csv, line 2, column date: '07-1930' cannot be: this file covers 2010-05-01 to 2016-12-31.",
            Assert.Single(source.Notices),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_columns_are_the_ends_of_the_range_in_which_a_date_lies()
    {
        _folder.Map("""
            - type: Meeting
              key: meeting:{id}
              fields: { starts: { column: from, to: until, date: yyyy-MM-dd } }
            """).Write("rows.csv", "id,from,until\n1,2007-05-08,2007-05-09\n2,2007-05-08,2007-05-08\n3,2007-05-08,\n4,2007-05-09,2007-05-08\n");

        Assert.Equal(
            ["[2007-05-08..2007-05-09]", "2007-05-08", "2007-05-08"],
            (await _folder.RecordsAsync("Meeting")).Select(meeting => meeting.GetProperty("starts").GetString()!));
        Assert.Equal(5, Assert.Single(await _folder.RejectsAsync()).Line);
    }

    [Fact]
    public async Task Rows_that_a_condition_leaves_out_become_nothing()
    {
        _folder.Map("""
            - type: Meeting
              where: { column: id, matches: "^[0-9]+$" }
              key: meeting:{id}
            """, "where: [ { column: kind, is: [a, b] }, { column: kind, isNot: b } ]")
            .Write("rows.csv", "id,kind\n1,a\n2,b\n3,c\nx,a\n");

        Assert.Equal("meeting:1", Assert.Single(await _folder.RecordsAsync("Meeting")).GetProperty("key").GetString());
        Assert.Empty(await _folder.RejectsAsync());
    }

    private static (string?, string?) Claim(JsonElement citation)
        => (citation.GetProperty("field").GetString(), citation.GetProperty("value").GetString());

    private static void Equal(string expected, JsonElement actual)
    {
        using var document = JsonDocument.Parse(expected);
        Assert.Equal(JsonSerializer.Serialize(document.RootElement), JsonSerializer.Serialize(actual));
    }
}
