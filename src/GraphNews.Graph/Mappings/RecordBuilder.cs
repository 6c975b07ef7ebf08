using System.Globalization;
using System.Text.Json.Nodes;

namespace GraphNews.Graph.Mappings;

/// <summary>Makes the record of rows that tell of the same.</summary>
/// <param name="source">The file's mapping.</param>
/// <param name="record">The record's mapping.</param>
/// <param name="people">Looks up who is written; null if the mapping asks for nobody.</param>
/// <param name="report">What was noticed.</param>
internal sealed class RecordBuilder(SourceMapping source, RecordMapping record, WrittenOfficeHolders? people, MappingReport report)
{
    /// <summary>The record of one row or of several, whose key was read.</summary>
    /// <exception cref="MappingException">A row holds what cannot be imported. Nothing was noticed then.</exception>
    public JsonObject Build(string key, IReadOnlyList<CsvRow> rows)
    {
        var notices = new List<MappingProblem>();
        var content = Begin(key, rows[0]);
        var names = new RecordNames(source, record);
        foreach (var row in rows)
        {
            names.Add(row);
        }

        names.Write(content);
        var claims = WriteFields(content, rows, notices);
        Action? count = null;
        if (record.OfficeHolder is not null)
        {
            count = people!.Write(content, record.OfficeHolder, rows, notices);
        }

        if (record.Cite)
        {
            var citations = new JsonArray([.. rows.Select(row => (JsonNode)Citation(source, row))]);
            foreach (var claim in claims)
            {
                citations.Add(claim);
            }

            content["citations"] = citations;
        }

        notices.ForEach(report.Notice);
        count?.Invoke();
        return content;
    }

    /// <summary>The record's type, key, slug and identifiers.</summary>
    public JsonObject Begin(string key, CsvRow row)
    {
        var content = new JsonObject { ["type"] = record.Type, ["key"] = key };
        if (record.Slug?.TextOf(row) is { } slug)
        {
            content["slug"] = slug;
        }

        JsonArray identifiers =
            [.. record.Identifiers.Select(identifier => (identifier.Scheme, Value: identifier.Value.TextOf(row)))
                .Where(identifier => identifier.Value is not null)
                .Select(identifier => new JsonObject { ["scheme"] = identifier.Scheme, ["value"] = identifier.Value })];
        if (identifiers.Count > 0)
        {
            content["identifiers"] = identifiers;
        }

        return content;
    }

    /// <summary>Writes the fields; the first row that has a value gives it.</summary>
    /// <returns>Citations of values that cannot be.</returns>
    public IReadOnlyList<JsonObject> WriteFields(JsonObject content, IReadOnlyList<CsvRow> rows, List<MappingProblem> notices)
    {
        var claims = new List<JsonObject>();
        foreach (var field in record.Fields)
        {
            string? value = null;
            foreach (var row in rows)
            {
                if (field.Value.Of(row) is not { } found)
                {
                    continue;
                }

                if (found.Notice is not null)
                {
                    notices.Add(found.Notice);
                    var claim = Citation(source, row);
                    claim["field"] = field.Name;
                    claim["value"] = found.Claim;
                    claims.Add(claim);
                }
                else if (value is null)
                {
                    value = found.Text!;
                    content[field.Name] = Write(field, value, row);
                }
                else if (value != found.Text)
                {
                    notices.Add(row.Problem(
                        field.Value.Columns.FirstOrDefault(), MappingCodes.RowsDisagree,
                        $"The row says '{found.Text}' for {field.Name}, and an earlier row of the same {record.Type} '{value}', which was kept."));
                }
            }
        }

        return claims;
    }

    /// <summary>The citation of a row.</summary>
    public static JsonObject Citation(SourceMapping source, CsvRow row)
        => new() { ["article"] = new JsonObject { ["key"] = source.Article.Key }, ["locator"] = source.Locator.Of(row) ?? $"row {row.Number}" };

    private static JsonNode Write(FieldMapping field, string value, CsvRow row) => field.Form switch
    {
        FieldForm.Key => new JsonObject { ["key"] = value },
        FieldForm.Slug => new JsonObject { ["slug"] = value },
        FieldForm.Code => new JsonObject { ["code"] = value },
        FieldForm.LanguageText => new JsonObject { [field.Language!] = value },
        FieldForm.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw row.Wrong(field.Value.Columns.FirstOrDefault(), MappingCodes.UnknownValue, $"'{value}' is no number."),
        _ => JsonValue.Create(value),
    };
}
