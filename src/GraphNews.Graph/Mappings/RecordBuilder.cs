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
    /// <summary>
    /// The record of one row or of several, whose key was read. Where a value cannot be, it stands in the record as the row
    /// has it, to be mended there.
    /// </summary>
    /// <exception cref="RejectedRecordException">A row holds what cannot be imported.</exception>
    public JsonObject Build(string key, IReadOnlyList<CsvRow> rows)
    {
        var (notices, problems) = (new List<MappingProblem>(), new List<MappingProblem>());
        var content = Begin(key, rows[0], problems);
        var names = new RecordNames(source, record);
        foreach (var row in rows)
        {
            names.Add(row, problems);
        }

        names.Write(content);
        var claims = WriteFields(content, rows, notices, problems);
        var count = record.OfficeHolder is null ? null : people!.Write(content, record.OfficeHolder, rows, notices, problems);
        if (record.Cite)
        {
            var citations = new JsonArray([.. rows.Select(row => (JsonNode)Citation(source, row))]);
            foreach (var claim in claims)
            {
                citations.Add(claim);
            }

            content["citations"] = citations;
        }

        RejectedRecordException.ThrowIfAny(problems, content);
        notices.ForEach(report.Notice);
        count?.Invoke();
        return content;
    }

    /// <summary>The record's type, key, slug and identifiers.</summary>
    public JsonObject Begin(string key, CsvRow row, List<MappingProblem> problems)
    {
        var content = new JsonObject { ["type"] = record.Type, ["key"] = key };
        if (record.Slug?.TextOrRaw(row, problems) is { } slug)
        {
            content["slug"] = slug;
        }

        JsonArray identifiers =
            [.. record.Identifiers.Select(identifier => (identifier.Scheme, Value: identifier.Value.TextOrRaw(row, problems)))
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
    public IReadOnlyList<JsonObject> WriteFields(JsonObject content, IReadOnlyList<CsvRow> rows, List<MappingProblem> notices, List<MappingProblem> problems)
    {
        var claims = new List<JsonObject>();
        foreach (var field in record.Fields)
        {
            string? value = null;
            foreach (var row in rows)
            {
                if (field.Value.OfOrRaw(row, problems) is not { } found)
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
                    content[field.Name] = Write(field, value, row, problems);
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

    private static JsonNode Write(FieldMapping field, string value, CsvRow row, List<MappingProblem> problems) => field.Form switch
    {
        FieldForm.Key => new JsonObject { ["key"] = value },
        FieldForm.Slug => new JsonObject { ["slug"] = value },
        FieldForm.Code => new JsonObject { ["code"] = value },
        FieldForm.LanguageText => new JsonObject { [field.Language!] = value },
        FieldForm.Number => Number(field, value, row, problems),
        _ => JsonValue.Create(value),
    };

    private static JsonValue Number(FieldMapping field, string value, CsvRow row, List<MappingProblem> problems)
    {
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return JsonValue.Create(number);
        }

        problems.Add(row.Problem(field.Value.Columns.FirstOrDefault(), MappingCodes.UnknownValue, $"'{value}' is no number."));
        return JsonValue.Create(value);
    }
}
