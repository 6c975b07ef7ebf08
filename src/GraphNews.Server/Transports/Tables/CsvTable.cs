using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using GraphNews.Graph.Documents;

namespace GraphNews.Server.Transports.Tables;

/// <summary>
/// Writes the rows of an answer as CSV. Source: RFC 4180, in UTF-8. Values stand as they are in the graph. A list in a cell is
/// its items with <c>|</c> between; <c>|</c> and <c>\</c> of an item have a <c>\</c> before them. What is null is nothing, an
/// empty text is <c>""</c>.
/// </summary>
internal sealed class CsvTable(TableSelection table, bool forSheets)
{
    /// <summary>Spreadsheets take what begins so for a formula, and run it. Source: OWASP, "CSV Injection".</summary>
    private const string Formula = "=+-@\t\r";

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    /// <summary>The table in UTF-8; for spreadsheets with the mark by which they know that, and with no cell that they would run.</summary>
    /// <param name="rows">The nodes, or edges, of the connection.</param>
    public byte[] Write(JsonElement rows)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: forSheets)))
        using (var csv = new CsvWriter(text, Form))
        {
            foreach (var column in table.Columns) WriteCell(csv, string.Join('.', column));
            csv.NextRecord();
            foreach (var row in rows.EnumerateArray())
            {
                foreach (var column in table.Columns) WriteCell(csv, row, column);
                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }

    private void WriteCell(CsvWriter csv, JsonElement row, IReadOnlyList<string> path)
    {
        var values = new List<JsonElement>();
        var isList = Collect(row, path, 0, values);
        var text = values.Count == 0 ? null
            : isList ? string.Join('|', values.Select(value => (Text(value) ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)))
            : Text(values[0]);
        var isWritten = isList || values is [{ ValueKind: JsonValueKind.String }];
        WriteCell(csv, forSheets && isWritten && text is { Length: > 0 } && Formula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text);
    }

    /// <summary>A line of one empty cell would be an empty line, which readers pass over.</summary>
    private void WriteCell(CsvWriter csv, string? text)
        => csv.WriteField(text, shouldQuote: text is null ? table.Columns.Count == 1 : text.Length == 0 || text[0] == ' ' || text[^1] == ' ' || text.AsSpan().IndexOfAny("\",\r\n") >= 0);

    /// <summary>Follows a path into a row; what is null or not there on the way is nothing.</summary>
    /// <returns>Whether it led through a list.</returns>
    private static bool Collect(JsonElement value, IReadOnlyList<string> path, int step, List<JsonElement> values)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Collect(item, path, step, values);
            return true;
        }

        if (step == path.Count || value.ValueKind != JsonValueKind.Object)
        {
            values.Add(value);
            return false;
        }

        return Collect(value.TryGetProperty(path[step], out var below) ? below : default, path, step + 1, values);
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
