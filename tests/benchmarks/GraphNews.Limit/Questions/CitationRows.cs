using System.Data.Common;
using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>Which sentences of which articles support meetings.</summary>
internal sealed class CitationRows(Database database)
{
    private const int First = 5;

    private readonly Statement _rows = database.PrepareForKeys(
        $$"""
        SELECT c."SubjectId", c."Quote", c."Start", c."End", c."Field", a."Title", a."Url", a."Language", a."PublisherId", {{Best.Name("a.\"PublisherId\"")}}, a."Published_Text"
        FROM "Citations" AS c JOIN "SourceArticles" AS a ON a."Id" = c."ArticleId"
        WHERE c."SubjectId" {keys} AND c."HiddenSince" IS NULL ORDER BY c."SubjectId", c."Id"
        """);

    /// <summary>The first 5 of each meeting.</summary>
    public Page Read(List<long> meetings) => new(_rows.Read(meetings, CitationRow.Of));

    /// <summary>What was read.</summary>
    public readonly record struct Page(Dictionary<long, List<CitationRow>> Rows)
    {
        public void Write(Utf8JsonWriter json, long meeting)
        {
            json.WriteStartObject("citations");
            json.WriteStartArray("nodes");
            foreach (var row in Rows.GetValueOrDefault(meeting, []).Take(First)) row.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}

/// <summary>A sentence of an article.</summary>
internal sealed record CitationRow(
    string? Quote, int? Start, int? End, string? Field, string Title, string? Url, string? Language, bool IsPublished, string? Publisher, string Published)
{
    public static CitationRow Of(DbDataReader row) => new(
        row.Text(1), row.Number(2), row.Number(3), row.Text(4), row.GetString(5), row.Text(6), row.Text(7), !row.IsDBNull(8), row.Text(9), row.GetString(10));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("quote", Quote);
        json.WriteNumberOrNull("start", Start);
        json.WriteNumberOrNull("end", End);
        json.WriteString("field", Field);
        json.WriteStartObject("article");
        json.WriteString("title", Title);
        json.WriteString("url", Url);
        json.WriteString("language", Language);
        if (IsPublished)
        {
            json.WriteStartObject("publisher");
            json.WriteString("name", Publisher);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("publisher");
        }

        json.WriteDateText("published", Published);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
