using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>The first 100 officials by sort name, each with names and tenures, their posts and agencies. Two statements.</summary>
internal sealed class OfficialsPage(Database database) : IQuestion
{
    private readonly Statement _officials = database.Prepare(
        $"""
        SELECT o."Id", o."Slug", {Best.Name("o.\"Id\"")}, {Best.Name("o.\"Id\"", "ar")}
        FROM "Officials" AS o WHERE o."HiddenSince" IS NULL ORDER BY o."SortName", o."Id" LIMIT 100
        """);

    private readonly Statement _tenures = database.PrepareForKeys(
        $$"""
        SELECT t."OfficialId", t."Status", t."From_Text", {{Best.Name("t.\"PostId\"")}}, a."Slug", {{Best.Name("p.\"AgencyId\"")}}
        FROM "Tenures" AS t JOIN "Posts" AS p ON p."Id" = t."PostId" LEFT JOIN "Agencies" AS a ON a."Id" = p."AgencyId"
        WHERE t."OfficialId" {keys} AND t."HiddenSince" IS NULL ORDER BY t."OfficialId", t."From_Earliest", t."From_Latest", t."Id"
        """);

    public void Write(Utf8JsonWriter json)
    {
        var officials = _officials.Read(row => (Id: row.GetInt64(0), Slug: row.GetString(1), Name: row.Text(2), Arabic: row.Text(3)));
        var tenures = _tenures.Read(
            officials.ConvertAll(official => official.Id),
            row => new HeldPost(row.GetString(1), row.GetString(2), row.Text(3), row.Text(4), row.Text(5)));

        json.WriteStartObject("officials");
        json.WriteStartArray("nodes");
        foreach (var official in officials)
        {
            json.WriteStartObject();
            json.WriteString("slug", official.Slug);
            json.WriteString("name", official.Name);
            json.WriteString("arabic", official.Arabic);
            json.WriteStartArray("tenures");
            foreach (var tenure in tenures.GetValueOrDefault(official.Id, [])) tenure.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record HeldPost(string Status, string From, string? Title, string? Agency, string? AgencyName)
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("status", Status);
            json.WriteDateText("from", From);
            json.WriteStartObject("post");
            json.WriteString("title", Title);
            if (Agency is null)
            {
                json.WriteNull("agency");
            }
            else
            {
                json.WriteStartObject("agency");
                json.WriteString("slug", Agency);
                json.WriteString("name", AgencyName);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
