using System.Data.Common;
using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>The first 50 meetings of an official, with all that the operation asks of them.</summary>
internal sealed class MeetingRows(Database database, string slug)
{
    private readonly Statement _page = database.Prepare(
        $"""
        WITH page AS (
            SELECT m."Id", m."Starts_Earliest", m."Starts_Latest", COUNT(*) OVER () AS "Total"
            FROM "Meetings" AS m
            WHERE m."HiddenSince" IS NULL AND m."Id" IN (
                SELECT p."MeetingId" FROM "Officials" AS o JOIN "Participations" AS p ON p."OfficialId" = o."Id"
                WHERE o."Slug" = @slug AND p."HiddenSince" IS NULL)
            ORDER BY m."Starts_Earliest", m."Starts_Latest", m."Id" LIMIT 50)
        SELECT m."Id", page."Total", m."Slug", {Best.Text("m.\"Id\"", "title")}, m."Kind", m."Status",
            m."Starts_Text", m."Starts_Earliest", m."Starts_Latest", m."Ends_Text", m."PlaceId", {Best.Name("m.\"PlaceId\"")}, c."Code", parent."Slug"
        FROM page JOIN "Meetings" AS m ON m."Id" = page."Id"
            LEFT JOIN "Places" AS place ON place."Id" = m."PlaceId" LEFT JOIN "Countries" AS c ON c."Id" = place."CountryId"
            LEFT JOIN "Meetings" AS parent ON parent."Id" = m."ParentId"
        ORDER BY page."Starts_Earliest", page."Starts_Latest", page."Id"
        """,
        slug);

    private readonly Statement _children = database.PrepareForKeys(
        """
        SELECT "ParentId", "Slug", "Kind" FROM "Meetings"
        WHERE "ParentId" {keys} AND "HiddenSince" IS NULL ORDER BY "ParentId", "Starts_Earliest", "Starts_Latest", "Id"
        """);

    private readonly Statement _topics = database.PrepareForKeys(Linked("MeetingTopics", "TopicId", "Topics"));
    private readonly Statement _occasions = database.PrepareForKeys(Linked("MeetingOccasions", "OccasionId", "Occasions"));
    private readonly ParticipationRows _participations = new(database);
    private readonly AgreementRows _agreements = new(database);
    private readonly CitationRows _citations = new(database);

    public void Write(Utf8JsonWriter json)
    {
        var meetings = _page.Read(MeetingRow.Of);
        var ids = meetings.ConvertAll(meeting => meeting.Id);
        var children = _children.Read(ids, row => (Slug: row.GetString(1), Kind: row.GetString(2)));
        var (topics, occasions) = (_topics.Read(ids, Link), _occasions.Read(ids, Link));
        var participations = _participations.Read(ids);
        var agreements = _agreements.Read(ids);
        var citations = _citations.Read(ids);

        json.WriteStartObject("meetings");
        json.WriteNumber("totalCount", meetings.Count > 0 ? meetings[0].Total : 0);
        json.WriteStartArray("nodes");
        foreach (var meeting in meetings)
        {
            json.WriteStartObject();
            meeting.Write(json);
            json.WriteStartObject("children");
            json.WriteStartArray("nodes");
            foreach (var child in children.GetValueOrDefault(meeting.Id, []).Take(20))
            {
                json.WriteStartObject();
                json.WriteString("slug", child.Slug);
                json.WriteString("kind", child.Kind);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            participations.Write(json, meeting.Id);
            Write(json, "topics", topics.GetValueOrDefault(meeting.Id, []));
            Write(json, "occasions", occasions.GetValueOrDefault(meeting.Id, []));
            agreements.Write(json, meeting.Id);
            citations.Write(json, meeting.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Linked(string links, string key, string table)
        => $$"""
            SELECT DISTINCT link."MeetingId", row."Id", row."Slug", {{Best.Name("row.\"Id\"")}}
            FROM "{{links}}" AS link JOIN "{{table}}" AS row ON row."Id" = link."{{key}}"
            WHERE link."MeetingId" {keys} AND link."HiddenSince" IS NULL AND row."HiddenSince" IS NULL ORDER BY 1, 2
            """;

    private static (string Slug, string? Name) Link(DbDataReader row) => (row.GetString(2), row.Text(3));

    private static void Write(Utf8JsonWriter json, string name, List<(string Slug, string? Name)> links)
    {
        json.WriteStartArray(name);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("slug", link.Slug);
            json.WriteString("name", link.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
