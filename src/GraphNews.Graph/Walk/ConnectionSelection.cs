using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>What an operation selects of a connection.</summary>
internal sealed class ConnectionSelection
{
    private readonly IReadOnlyList<Selection> _parts;
    private readonly RowShape _shape;
    private readonly RowShape?[] _partShapes;
    private readonly List<SelectionSet> _views = [];

    public ConnectionSelection(ObjectBinding connection, SelectionSet selected)
    {
        _parts = selected.For(connection);
        _shape = new RowShape(connection, _parts);
        _partShapes = [.. _parts.Select(part => part is { Field: PartField { Target: { } target, Name: "edges" or "pageInfo" }, Children: { } children }
            ? new RowShape(target, children.For(target))
            : null)];
        foreach (var part in _parts)
        {
            switch (part.Field.Name)
            {
                case "nodes":
                    _views.Add(part.Children!);
                    break;
                case "edges":
                    foreach (var child in EdgeParts(part))
                    {
                        if (child.Field.Name == "node") _views.Add(child.Children!);
                        else Places = true;
                    }

                    NeedsRows = true;
                    break;
                case "pageInfo":
                    foreach (var info in InfoParts(part))
                    {
                        Places |= info.Field.Name is "startCursor" or "endCursor";
                        AsksPrevious |= info.Field.Name is "hasPreviousPage";
                        AsksNext |= info.Field.Name is "hasNextPage";
                    }

                    NeedsRows = true;
                    break;
                case "totalCount":
                    NeedsCount = true;
                    break;
            }
        }

        NeedsRows |= _views.Count > 0;
    }

    /// <summary>What is read of each row, once for every <c>nodes</c> and <c>edges.node</c>.</summary>
    public IReadOnlyList<SelectionSet> Views => _views;

    /// <summary>Whether cursors are asked for.</summary>
    public bool Places { get; }

    public bool NeedsRows { get; }

    public bool NeedsCount { get; }

    public bool AsksPrevious { get; }

    public bool AsksNext { get; }

    /// <summary>The connection of one parent.</summary>
    public Row Build(ConnectionPage page, string mark)
    {
        var row = new Row(_shape, 0);
        var view = 0;
        for (var slot = 0; slot < _parts.Count; slot++)
        {
            row[slot] = _parts[slot].Field.Name switch
            {
                "nodes" => Nodes(page, view++),
                "edges" => Edges(_partShapes[slot]!, page, mark, ref view),
                "pageInfo" => PageInfo(_partShapes[slot]!, page, mark),
                _ => page.TotalCount,
            };
        }

        return row;
    }

    private static List<object?> Nodes(ConnectionPage page, int view)
    {
        var nodes = new List<object?>(page.Items.Count);
        foreach (var item in page.Items) nodes.Add(item.Views[view]);
        return nodes;
    }

    private static List<object?> Edges(RowShape shape, ConnectionPage page, string mark, ref int view)
    {
        var parts = shape.Selections;
        var first = view;
        view += parts.Count(child => child.Field.Name == "node");
        return [.. page.Items.Select(item =>
        {
            var edge = new Row(shape, 0);
            var next = first;
            for (var slot = 0; slot < parts.Count; slot++)
                edge[slot] = parts[slot].Field.Name == "node" ? item.Views[next++] : Cursor.Encode(mark, item.Place);
            return edge;
        })];
    }

    private static Row PageInfo(RowShape shape, ConnectionPage page, string mark)
    {
        var info = new Row(shape, 0);
        for (var slot = 0; slot < shape.Count; slot++)
        {
            info[slot] = shape.Selections[slot].Field.Name switch
            {
                "hasNextPage" => page.HasNext,
                "hasPreviousPage" => page.HasPrevious,
                "startCursor" => page.Items.Count > 0 ? Cursor.Encode(mark, page.Items[0].Place) : null,
                _ => page.Items.Count > 0 ? Cursor.Encode(mark, page.Items[^1].Place) : null,
            };
        }

        return info;
    }

    private static IReadOnlyList<Selection> EdgeParts(Selection part) => part.Children!.For(((PartField)part.Field).Target!);

    private static IReadOnlyList<Selection> InfoParts(Selection part) => part.Children!.For(((PartField)part.Field).Target!);
}

/// <summary>The page of one parent.</summary>
internal sealed record ConnectionPage(IReadOnlyList<ListItem> Items, bool HasNext, bool HasPrevious, int TotalCount);
