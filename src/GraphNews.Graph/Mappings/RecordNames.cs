using System.Text.Json.Nodes;
using GraphNews.Graph.Names;

namespace GraphNews.Graph.Mappings;

/// <summary>The names that rows give a record: each once, cited from the first row that has it.</summary>
internal sealed class RecordNames(SourceMapping source, RecordMapping record)
{
    private readonly Dictionary<(string Value, string? From, string? Until), (JsonObject Name, int Count)> _names = [];
    private readonly List<(string Value, string? From, string? Until)> _order = [];

    /// <summary>Takes in the names of a row.</summary>
    public void Add(CsvRow row, List<MappingProblem> problems)
    {
        foreach (var mapping in record.Names)
        {
            if (mapping.Value.TextOrRaw(row, problems) is not { } text || NameFolding.Clean(text) is not { Length: > 0 } value)
            {
                continue;
            }

            var key = (value, mapping.ValidFrom?.TextOrRaw(row, problems), mapping.ValidUntil?.TextOrRaw(row, problems));
            if (_names.TryGetValue(key, out var known))
            {
                _names[key] = known with { Count = known.Count + 1 };
            }
            else
            {
                _names.Add(key, (Name(mapping, key, row, problems), 1));
                _order.Add(key);
            }
        }
    }

    /// <summary>
    /// Writes the names, the most frequent first. Where the mapping does not say which kind they are, that one is the
    /// name and the others are aliases.
    /// </summary>
    public void Write(JsonObject content)
    {
        if (_order.Count == 0)
        {
            return;
        }

        var names = new JsonArray();
        foreach (var key in _order.Select((key, i) => (key, i)).OrderByDescending(name => _names[name.key].Count).ThenBy(name => name.i).Select(name => name.key))
        {
            var name = _names[key].Name;
            if (names.Count > 0 && !name.ContainsKey("kind"))
            {
                name["kind"] = "ALIAS";
            }

            names.Add(name);
        }

        content["names"] = names;
    }

    private JsonObject Name(NameMapping mapping, (string Value, string? From, string? Until) key, CsvRow row, List<MappingProblem> problems)
    {
        var name = new JsonObject { ["value"] = key.Value };
        Set(name, "language", mapping.Language);
        Set(name, "kind", mapping.Kind?.TextOrRaw(row, problems));
        Set(name, "validFrom", key.From);
        Set(name, "validUntil", key.Until);
        name["citations"] = new JsonArray(RecordBuilder.Citation(source, row));
        return name;
    }

    private static void Set(JsonObject name, string field, string? value)
    {
        if (value is not null)
        {
            name[field] = value;
        }
    }
}
