using System.Data.Common;
using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>What was agreed at meetings, and who is bound.</summary>
internal sealed class AgreementRows(Database database)
{
    private const int First = 20;

    private readonly Statement _rows = database.PrepareForKeys(
        $$"""
        SELECT a."MeetingId", a."Id", a."Slug", {{Best.Text("a.\"Id\"", "summary")}}, a."Kind", a."Status"
        FROM "Agreements" AS a WHERE a."MeetingId" {keys} AND a."HiddenSince" IS NULL ORDER BY a."MeetingId", a."Id"
        """);

    private readonly Statement _parties = database.PrepareForKeys(
        """
        SELECT p."AgreementId", a."Slug", c."Code"
        FROM "AgreementParties" AS p LEFT JOIN "Agencies" AS a ON a."Id" = p."AgencyId" LEFT JOIN "Countries" AS c ON c."Id" = p."CountryId"
        WHERE p."AgreementId" {keys} AND p."HiddenSince" IS NULL ORDER BY p."AgreementId", p."Id"
        """);

    /// <summary>The first 20 of each meeting.</summary>
    public Page Read(List<long> meetings)
    {
        var rows = _rows.Read(meetings, row => new AgreementRow(row.GetInt64(1), row.GetString(2), row.Text(3), row.GetString(4), row.GetString(5)));
        var shown = rows.Values.SelectMany(of => of.Take(First)).Select(row => row.Id).ToList();
        return new Page(rows, _parties.Read(shown, Party));
    }

    private static (string? Agency, string? Country) Party(DbDataReader row) => (row.Text(1), row.Text(2));

    /// <summary>What was read.</summary>
    public readonly record struct Page(Dictionary<long, List<AgreementRow>> Rows, Dictionary<long, List<(string? Agency, string? Country)>> Parties)
    {
        public void Write(Utf8JsonWriter json, long meeting)
        {
            json.WriteStartObject("agreements");
            json.WriteStartArray("nodes");
            foreach (var row in Rows.GetValueOrDefault(meeting, []).Take(First))
            {
                json.WriteStartObject();
                json.WriteString("slug", row.Slug);
                json.WriteString("summary", row.Summary);
                json.WriteString("kind", row.Kind);
                json.WriteString("status", row.Status);
                json.WriteStartArray("parties");
                foreach (var party in Parties.GetValueOrDefault(row.Id, []))
                {
                    json.WriteStartObject();
                    json.WriteObjectOf("agency", "slug", party.Agency);
                    json.WriteObjectOf("country", "code", party.Country);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}

/// <summary>Something agreed.</summary>
internal sealed record AgreementRow(long Id, string Slug, string? Summary, string Kind, string Status);
