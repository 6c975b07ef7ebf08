using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>
/// The operation <c>HammouchiMeetings</c> with a page of 50: an official with tenures and meetings, their participants and
/// capacities, topics, occasions, agreements and citations.
/// </summary>
internal sealed class HammouchiMeetings(Database database, string slug) : IQuestion
{
    private readonly Statement _official = database.Prepare(
        $"""
        SELECT {Best.Name("o.\"Id\"")}, {Best.Name("o.\"Id\"", "ar")}
        FROM "Officials" AS o WHERE o."Slug" = @slug AND o."HiddenSince" IS NULL
        """,
        slug);

    private readonly Statement _tenures = database.Prepare(
        $"""
        SELECT {Best.Name("t.\"PostId\"")}, a."Slug", t."Status", t."From_Text", t."AttestedFirst", t."AttestedLast"
        FROM "Officials" AS o JOIN "Tenures" AS t ON t."OfficialId" = o."Id"
            JOIN "Posts" AS p ON p."Id" = t."PostId" LEFT JOIN "Agencies" AS a ON a."Id" = p."AgencyId"
        WHERE o."Slug" = @slug AND t."HiddenSince" IS NULL
        ORDER BY t."From_Earliest", t."From_Latest", t."Id"
        """,
        slug);

    private readonly MeetingRows _meetings = new(database, slug);

    public void Write(Utf8JsonWriter json)
    {
        var (name, arabic) = _official.Read(row => (row.Text(0), row.Text(1)))[0];
        json.WriteStartObject("official");
        json.WriteString("name", name);
        json.WriteString("arabic", arabic);
        WriteTenures(json);
        _meetings.Write(json);
        json.WriteEndObject();
    }

    private void WriteTenures(Utf8JsonWriter json)
    {
        json.WriteStartArray("tenures");
        foreach (var tenure in _tenures.Read(row => (Title: row.Text(0), Agency: row.Text(1), Status: row.GetString(2), From: row.GetString(3), First: row.Day(4), Last: row.Day(5))))
        {
            json.WriteStartObject();
            json.WriteStartObject("post");
            json.WriteString("title", tenure.Title);
            json.WriteObjectOf("agency", "slug", tenure.Agency);
            json.WriteEndObject();
            json.WriteString("status", tenure.Status);
            json.WriteDateText("from", tenure.From);
            json.WriteString("attestedFirst", tenure.First);
            json.WriteString("attestedLast", tenure.Last);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
