using System.Collections;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Turns plain objects into rows. A property is a scalar, an enum, a partial date, another plain object, a
/// <see cref="NodeKey"/>, a <see cref="PlainPage"/>, or a list of these. Nodes are only noted here; the walk reads
/// them afterwards, those of one selection with one statement for each kind.
/// </summary>
/// <param name="options">Page sizes, which cap lists of nodes.</param>
internal sealed class PlainRows(WalkOptions options)
{
    private readonly Dictionary<(SelectionSet, ObjectBinding), IReadOnlyList<Selection>> _selections = [];
    private readonly List<PlainReference> _references = [];

    /// <summary>The slots that hold keys of nodes until the walk has read them.</summary>
    public IReadOnlyList<PlainReference> References => _references;

    /// <summary>A scalar or enum as answers hold it.</summary>
    public static object? Leaf(object? value) => value switch
    {
        Enum member => EnumNames.Of(member),
        DateOnly day => ColumnReader.IsoDay(day),
        _ => value,
    };

    /// <summary>A plain object, page or list of objects as it is shown.</summary>
    /// <param name="value">What a method answered.</param>
    /// <param name="type">The object type; null for scalars.</param>
    /// <param name="selected">What is selected of it; null for scalars.</param>
    public object? Show(object? value, ObjectBinding? type, SelectionSet? selected) => value switch
    {
        null => null,
        _ when type is null => Leaf(value),
        PartialDate { IsUnknown: true } => null,
        PlainPage page => Connection(page, type, selected!),
        IEnumerable values => values.Cast<object?>().Select(item => Show(item, type, selected)).ToList(),
        _ => Object(value, type, selected!),
    };

    private Row Object(object value, ObjectBinding type, SelectionSet selected)
    {
        var selections = Selections(selected, type);
        var row = new Row(new RowShape(type, selections), 0);
        for (var slot = 0; slot < selections.Count; slot++)
        {
            var selection = selections[slot];
            var part = (PartField)selection.Field;
            var read = value is PartialDate date ? Part(date, part.Name) : part.Property!.GetValue(value);
            if (read is NodeKey or IReadOnlyList<NodeKey>) Refer(row, slot, read, selection);
            else row[slot] = Show(read, part.Target, selection.Children);
        }

        return row;
    }

    private Row Connection(PlainPage page, ObjectBinding connection, SelectionSet selected)
    {
        var parts = new ConnectionSelection(connection, selected);
        var type = ((PartField)connection.Field("nodes")).Target!;
        var items = page.Items
            .Select(item => new ListItem(0, [.. parts.Views.Select(view => Object(item.Value, type, view))], item.Place)).ToList();
        return parts.Build(new ConnectionPage(items, page.HasNext, page.HasPrevious, page.TotalCount), page.Mark);
    }

    /// <summary>Notes that a slot shows one node, or several.</summary>
    public void Refer(Row row, int slot, object keys, Selection selection)
    {
        if (keys is IReadOnlyList<NodeKey> many)
            keys = many.Take(ListRequest.Count(selection.Arguments, "first", options) ?? options.DefaultPageSize).ToList();
        row[slot] = keys;
        _references.Add(new PlainReference(row, slot, selection.Children!));
    }

    private static object? Part(PartialDate date, string name) => name switch
    {
        "text" => date.Text,
        "precision" => date.Precision,
        "earliest" => date.Earliest == DateOnly.MinValue ? null : date.Earliest,
        "latest" => date.Latest == DateOnly.MaxValue ? null : date.Latest,
        _ => throw new InvalidOperationException($"{name} is no part of a partial date."),
    };

    // Asked once for each selection, so that all rows share what is selected below.
    private IReadOnlyList<Selection> Selections(SelectionSet selected, ObjectBinding type)
        => _selections.TryGetValue((selected, type), out var known) ? known : _selections[(selected, type)] = selected.For(type);
}

/// <summary>A slot with the key of a node, or a list of keys.</summary>
/// <param name="Row">The row.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Selected">What is selected of the node.</param>
internal sealed record PlainReference(Row Row, int Slot, SelectionSet Selected)
{
    /// <summary>The keys.</summary>
    public IEnumerable<NodeKey> Keys => Row[Slot] switch
    {
        NodeKey key => [key],
        IReadOnlyList<NodeKey> keys => keys,
        _ => [],
    };

    /// <summary>Puts nodes in the place of their keys. What does not show is null, and left out of lists.</summary>
    public void Fill(IReadOnlyDictionary<NodeKey, Row> nodes)
        => Row[Slot] = Row[Slot] is NodeKey key
            ? nodes.GetValueOrDefault(key)
            : Keys.Select(one => nodes.GetValueOrDefault(one)).OfType<Row>().ToList<object?>();
}
