using System.Reflection;
using System.Text.Json;
using GraphNews.Graph;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;

namespace GraphNews.Tests.History;

/// <summary>
/// A graph as the change log alone tells it: entry after entry is played into rows, which go into an empty database without the
/// writer's help. What the log leaves out since it is derived is derived here once more, in the simplest way.
/// </summary>
internal sealed class RebuiltGraph
{
    private readonly RowTables _tables;
    private readonly Dictionary<(string Table, long Row), Dictionary<string, string>> _values = [];
    private readonly Dictionary<long, GraphRow> _rows = [];
    private readonly Dictionary<long, Node> _nodes = [];
    private readonly Dictionary<long, bool> _hidden = [];

    private RebuiltGraph(RowTables tables) => _tables = tables;

    /// <summary>Plays the log up to a version, and puts the rows into an empty graph.</summary>
    public static async Task WriteAsync(IReadOnlyList<ChangeEntry> log, long until, GraphDbContext empty)
    {
        var graph = new RebuiltGraph(new RowTables(empty.Model));
        foreach (var entry in log.Where(entry => entry.Version <= until).OrderBy(entry => entry.Version).ThenBy(entry => entry.Ordinal)) graph.Play(entry);
        graph.MakeRows();
        foreach (var row in graph._rows.Values)
        {
            row.HiddenSince = graph.IsHidden(row.Id) ? 1 : null;
            if (row is NodeRow node) node.Node = graph._nodes[row.Id];
            empty.Add(row);
        }

        await empty.SaveChangesAsync();
    }

    private void Play(ChangeEntry entry)
    {
        if (!_values.TryGetValue((entry.Table, entry.RowId), out var columns)) _values.Add((entry.Table, entry.RowId), columns = []);
        if (entry.NewValue is { } value) columns[entry.Field] = value;
        else columns.Remove(entry.Field);
    }

    // Of a row that is gone nothing is left but what had been cleared before.
    private void MakeRows()
    {
        foreach (var ((table, id), columns) in _values.Where(row => row.Value.Values.Any(value => value != "null")))
        {
            if (table == "Nodes")
            {
                var node = new Node { Id = id, CanonicalId = id, CreatedVersion = 1, UpdatedVersion = 1 };
                Fill(node, columns);
                _nodes.Add(id, node);
            }
            else if (_tables.ByName.TryGetValue(table, out var known))
            {
                var row = (GraphRow)Activator.CreateInstance(known.RowType)!;
                row.Id = id;
                Fill(row, columns);
                _rows.Add(id, row);
            }
        }
    }

    private static void Fill(object row, Dictionary<string, string> columns)
    {
        foreach (var property in row.GetType().GetProperties().Where(property => property.SetMethod is not null))
        {
            if (columns.TryGetValue(property.Name, out var json) && json != "null") property.SetValue(row, Value(property.PropertyType, json));
            else if (property.PropertyType == typeof(PartialDate)) property.SetValue(row, PartialDate.Unknown);
            else if (property.PropertyType == typeof(string) && !IsOptional(property)) property.SetValue(row, "");
        }
    }

    private static bool IsOptional(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static object? Value(Type type, string json)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(PartialDate)) return PartialDate.Parse(JsonSerializer.Deserialize<string>(json)!);
        return type.IsEnum ? EnumNames.Find(type, JsonSerializer.Deserialize<string>(json)!) : JsonSerializer.Deserialize(json, type);
    }

    /// <summary>Whether a row does not show: retracted, merged, or with an end that does not show.</summary>
    private bool IsHidden(long id)
    {
        if (_hidden.TryGetValue(id, out var known)) return known;
        _hidden[id] = false;
        var row = _rows[id];
        return _hidden[id] = (_nodes.TryGetValue(id, out var node) && (node.RetractedVersion is not null || node.CanonicalId != id))
            || _tables[row].Ends.Any(end => end.Get(row) is { } other && IsHidden(other));
    }
}
