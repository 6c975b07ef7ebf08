using System.Text.Json.Nodes;

namespace GraphNews.Graph.Mappings;

/// <summary>
/// The records of one mapping whose rows stand all over a file. They are held until the file was read to its end: memory
/// grows with how many there are, not with the rows.
/// </summary>
internal sealed class CollectedRecords(SourceMapping source, RecordMapping mapping, MappingReport report)
{
    private readonly Dictionary<string, (JsonObject Content, RecordNames Names, int Line)> _records = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly RecordBuilder _builder = new(source, mapping, null, report);

    /// <summary>Takes in a row; what is wrong with it is told when its file is read for its other records.</summary>
    public void Add(CsvRow row)
    {
        if (!mapping.Where.All(condition => condition.Holds(row)))
        {
            return;
        }

        var problems = new List<MappingProblem>();
        if (mapping.Key.TextOrRaw(row, problems) is not { } key)
        {
            problems.Add(row.Problem(mapping.Key.Columns.FirstOrDefault(), MappingCodes.MissingValue, $"The key of the {mapping.Type} is empty."));
            Problems.Add((problems, row));
            return;
        }

        if (!_records.TryGetValue(key, out var record))
        {
            var content = _builder.Begin(key, row, problems);
            _builder.WriteFields(content, [row], [], problems);
            if (mapping.Cite)
            {
                content["citations"] = new JsonArray(RecordBuilder.Citation(source, row));
            }

            record = (content, new RecordNames(source, mapping), row.Line);
            if (problems.Count == 0)
            {
                _records.Add(key, record);
                _order.Add(key);
            }
        }

        record.Names.Add(row, problems);
        if (problems.Count > 0)
        {
            Problems.Add((problems, row));
        }
    }

    /// <summary>Rows of which no record could be made.</summary>
    public List<(IReadOnlyList<MappingProblem> Problems, CsvRow Row)> Problems { get; } = [];

    /// <summary>The records in the order of their first rows.</summary>
    public IEnumerable<(JsonObject Content, int Line)> Records()
    {
        foreach (var key in _order)
        {
            var (content, names, line) = _records[key];
            names.Write(content);
            yield return (content, line);
        }
    }
}
