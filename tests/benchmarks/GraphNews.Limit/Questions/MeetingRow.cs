using System.Data.Common;
using System.Text.Json;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit.Questions;

/// <summary>A meeting's own columns, and those of its place and of the visit that it is part of.</summary>
internal sealed record MeetingRow(
    long Id, long Total, string Slug, string? Title, string Kind, string Status, string Starts, string? Earliest, string? Latest, string Ends, bool IsPlaced, string? Place, string? Country, string? Parent)
{
    public static MeetingRow Of(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.Text(3), row.GetString(4), row.GetString(5), row.GetString(6), row.Day(7), row.Day(8), row.GetString(9),
        !row.IsDBNull(10), row.Text(11), row.Text(12), row.Text(13));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("slug", Slug);
        json.WriteString("title", Title);
        json.WriteString("kind", Kind);
        json.WriteString("status", Status);
        WriteStarts(json);
        json.WriteDateText("ends", Ends);
        if (IsPlaced)
        {
            json.WriteStartObject("place");
            json.WriteString("name", Place);
            json.WriteObjectOf("country", "code", Country);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("place");
        }

        json.WriteObjectOf("parent", "slug", Parent);
    }

    private void WriteStarts(Utf8JsonWriter json)
    {
        if (Starts.Length == 0)
        {
            json.WriteNull("starts");
            return;
        }

        json.WriteStartObject("starts");
        json.WriteString("text", Starts);
        json.WriteString("earliest", Earliest == "0001-01-01" ? null : Earliest);
        json.WriteString("latest", Latest == "9999-12-31" ? null : Latest);
        json.WriteString("precision", Starts.Length switch { 4 => "YEAR", 7 => "MONTH", 10 when Starts[0] != '[' => "DAY", _ => "RANGE" });
        json.WriteEndObject();
    }
}
