namespace GraphNews.Graph.Mappings;

/// <summary>Rows of one group, by the key of the record that they become.</summary>
internal static class RowsByKey
{
    /// <summary>The rows of each key, the keys in the order of their first rows.</summary>
    /// <param name="record">The record's mapping.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="unkeyed">The rows whose key cannot be read.</param>
    public static IEnumerable<(string Key, List<CsvRow> Rows)> Of(
        RecordMapping record, IReadOnlyList<CsvRow> rows, out List<(MappingProblem Problem, CsvRow Row)> unkeyed)
    {
        var byKey = new OrderedDictionary<string, List<CsvRow>>(StringComparer.Ordinal);
        unkeyed = [];
        foreach (var row in rows)
        {
            try
            {
                var key = record.Key.TextOf(row)
                    ?? throw row.Wrong(record.Key.Columns.FirstOrDefault(), MappingCodes.MissingValue, $"The key of the {record.Type} is empty.");
                if (byKey.TryGetValue(key, out var known))
                {
                    known.Add(row);
                }
                else
                {
                    byKey.Add(key, [row]);
                }
            }
            catch (MappingException error)
            {
                unkeyed.Add((error.Problem, row));
            }
        }

        return byKey.Select(rows => (rows.Key, rows.Value));
    }
}
