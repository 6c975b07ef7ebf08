using System.Collections.Frozen;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Topics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Exports.Tables;

/// <summary>What stands in the cells of rows.</summary>
internal sealed class TableCells
{
    private static readonly FrozenDictionary<string, Type[]> Links = new Dictionary<string, Type[]>
    {
        ["topics"] = [typeof(MeetingTopic), typeof(AgreementTopic)],
        ["occasions"] = [typeof(MeetingOccasion), typeof(AgreementOccasion)],
        ["places"] = [typeof(OccasionPlace)],
        ["posts"] = [typeof(Capacity)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly RowTables _tables;
    private readonly bool _publishesText;
    private readonly FrozenDictionary<(Type Row, string Column), (Func<object, object?> Read, bool IsReference)> _columns;

    public TableCells(RowTables tables, bool publishesText)
    {
        (_tables, _publishesText) = (tables, publishesText);
        _columns = tables.All
            .SelectMany(table => FieldText.Columns(table).Select(
                column => (Key: (table.RowType, FieldText.Field(column)), Cell: (Read(column), column is IProperty property && property.IsForeignKey()))))
            .ToFrozenDictionary(column => column.Key, column => column.Cell);
    }

    /// <summary>The value of a row in a column; null if there is none.</summary>
    public object? Of(ExportPage page, GraphRow row, string column) => (column, row) switch
    {
        ("id", _) => row.Id,
        ("name", Entity entity) => page.Label(entity),
        ("text", _) => _publishesText ? _columns[(row.GetType(), column)].Read(row) : null,
        ("tenures", Participation) => Joined(page.Hanging<Capacity>(row.Id).Select(capacity => capacity.TenureId is { } tenure && page.HasFact(tenure) ? $"{tenure}" : null)),
        _ when _columns.TryGetValue((row.GetType(), column), out var cell) => cell.IsReference ? Reference(page, (long?)cell.Read(row)) : cell.Read(row),
        _ when Links.TryGetValue(column, out var links) => Joined(links.SelectMany(link => page.Hanging(link, row.Id)).Select(link => page.Slug(_tables[link].Ends[1].Get(link)))),
        _ => page.Text(row.Id, column),
    };

    private static Func<object, object?> Read(IPropertyBase column) => column.PropertyInfo!.GetValue;

    private static object? Reference(ExportPage page, long? id) => (object?)page.Slug(id) ?? page.Code(id) ?? (object?)(id is { } fact && page.HasFact(fact) ? id : null);

    private static string Joined(IEnumerable<string?> values) => string.Join(' ', values.Where(value => value is not null));
}
