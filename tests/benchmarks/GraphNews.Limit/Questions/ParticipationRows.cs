using System.Data.Common;
using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>Who took part in meetings, and in which capacity.</summary>
internal sealed class ParticipationRows(Database database)
{
    private const int First = 20;

    private readonly Statement _rows = database.PrepareForKeys(
        $$"""
        SELECT p."MeetingId", p."Id", p."Role", o."Slug", {{Best.Name("p.\"OfficialId\"")}}, a."Slug", {{Best.Name("p.\"AgencyId\"")}}, c."Code", p."TitleAsWritten"
        FROM "Participations" AS p
            LEFT JOIN "Officials" AS o ON o."Id" = p."OfficialId"
            LEFT JOIN "Agencies" AS a ON a."Id" = p."AgencyId" LEFT JOIN "Countries" AS c ON c."Id" = a."CountryId"
        WHERE p."MeetingId" {keys} AND p."HiddenSince" IS NULL ORDER BY p."MeetingId", p."Id"
        """);

    private readonly Statement _capacities = database.PrepareForKeys(
        $$"""
        SELECT k."ParticipationId", {{Best.Name("k.\"PostId\"")}}, a."Slug", t."Status"
        FROM "Capacities" AS k JOIN "Posts" AS p ON p."Id" = k."PostId"
            LEFT JOIN "Agencies" AS a ON a."Id" = p."AgencyId" LEFT JOIN "Tenures" AS t ON t."Id" = k."TenureId"
        WHERE k."ParticipationId" {keys} AND k."HiddenSince" IS NULL ORDER BY k."ParticipationId", k."Id"
        """);

    /// <summary>The first 20 of each meeting.</summary>
    public Page Read(List<long> meetings)
    {
        var rows = _rows.Read(meetings, ParticipationRow.Of);
        var shown = rows.Values.SelectMany(of => of.Take(First)).Select(row => row.Id).ToList();
        return new Page(rows, _capacities.Read(shown, CapacityRow.Of));
    }

    /// <summary>What was read.</summary>
    public readonly record struct Page(Dictionary<long, List<ParticipationRow>> Rows, Dictionary<long, List<CapacityRow>> Capacities)
    {
        public void Write(Utf8JsonWriter json, long meeting)
        {
            json.WriteStartObject("participations");
            json.WriteStartArray("nodes");
            foreach (var row in Rows.GetValueOrDefault(meeting, []).Take(First)) row.Write(json, Capacities.GetValueOrDefault(row.Id, []));
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}

/// <summary>Somebody who took part.</summary>
internal sealed record ParticipationRow(long Id, string Role, string? Official, string? OfficialName, string? Agency, string? AgencyName, string? Country, string? Title)
{
    public static ParticipationRow Of(DbDataReader row)
        => new(row.GetInt64(1), row.GetString(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8));

    public void Write(Utf8JsonWriter json, List<CapacityRow> capacities)
    {
        json.WriteStartObject();
        json.WriteString("role", Role);
        if (Official is null)
        {
            json.WriteNull("official");
        }
        else
        {
            json.WriteStartObject("official");
            json.WriteString("slug", Official);
            json.WriteString("name", OfficialName);
            json.WriteEndObject();
        }

        WriteAgency(json);
        json.WriteString("titleAsWritten", Title);
        json.WriteStartArray("capacity");
        foreach (var capacity in capacities) capacity.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteAgency(Utf8JsonWriter json)
    {
        if (Agency is null)
        {
            json.WriteNull("agency");
            return;
        }

        json.WriteStartObject("agency");
        json.WriteString("slug", Agency);
        json.WriteString("name", AgencyName);
        json.WriteObjectOf("country", "code", Country);
        json.WriteEndObject();
    }
}

/// <summary>A post in which somebody took part.</summary>
internal sealed record CapacityRow(string? Title, string? Agency, string? Tenure)
{
    public static CapacityRow Of(DbDataReader row) => new(row.Text(1), row.Text(2), row.Text(3));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("post");
        json.WriteString("title", Title);
        json.WriteObjectOf("agency", "slug", Agency);
        json.WriteEndObject();
        json.WriteObjectOf("tenure", "status", Tenure);
        json.WriteEndObject();
    }
}
