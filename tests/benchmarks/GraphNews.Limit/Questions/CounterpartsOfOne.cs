using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>
/// The 20 officials whom one met most often, in how many meetings, and how many there are in all. Two statements: names are
/// looked up for those 20 alone. Participants whom no source names do not occur in the graphs that this is measured on.
/// </summary>
internal sealed class CounterpartsOfOne(Database database, string slug) : IQuestion
{
    private readonly Statement _counts = database.Prepare(
        """
        SELECT other."OfficialId", COUNT(DISTINCT other."MeetingId") AS "Meetings", COUNT(*) OVER ()
        FROM "Officials" AS o
            JOIN "Participations" AS self ON self."OfficialId" = o."Id" AND self."HiddenSince" IS NULL
            JOIN "Participations" AS other ON other."MeetingId" = self."MeetingId" AND other."HiddenSince" IS NULL AND other."OfficialId" <> o."Id"
        WHERE o."Slug" = @slug
        GROUP BY other."OfficialId"
        ORDER BY 2 DESC, 1 LIMIT 20
        """,
        slug);

    private readonly Statement _names = database.PrepareForKeys(
        $$"""SELECT o."Id", o."Slug", {{Best.Name("o.\"Id\"")}} FROM "Officials" AS o WHERE o."Id" {keys}""");

    public void Write(Utf8JsonWriter json)
    {
        var counterparts = _counts.Read(row => (Id: row.GetInt64(0), Meetings: row.GetInt64(1), Total: row.GetInt64(2)));
        var names = _names.Read(counterparts.ConvertAll(other => other.Id), row => (Slug: row.GetString(1), Name: row.Text(2)));

        json.WriteStartObject("official");
        json.WriteString("slug", slug);
        json.WriteStartObject("counterparts");
        json.WriteNumber("totalCount", counterparts.Count > 0 ? counterparts[0].Total : 0);
        json.WriteStartArray("nodes");
        foreach (var (id, meetings, _) in counterparts)
        {
            json.WriteStartObject();
            json.WriteStartObject("counterpart");
            json.WriteString("slug", names[id][0].Slug);
            json.WriteString("name", names[id][0].Name);
            json.WriteEndObject();
            json.WriteNumber("meetingCount", meetings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
