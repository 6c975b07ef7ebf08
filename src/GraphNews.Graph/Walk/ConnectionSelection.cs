using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>What an operation selects of a connection.</summary>
internal sealed class ConnectionSelection
{
    private readonly ObjectBinding _connection;
    private readonly IReadOnlyList<Selection> _parts;
    private readonly List<SelectionSet> _views = [];

    public ConnectionSelection(ObjectBinding connection, SelectionSet selected)
    {
        _connection = connection;
        _parts = selected.For(connection);
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
        var row = new Row(new RowShape(_connection, _parts), 0);
        var view = 0;
        for (var slot = 0; slot < _parts.Count; slot++)
        {
            var part = _parts[slot];
            row[slot] = part.Field.Name switch
            {
                "nodes" => Nodes(page, view++),
                "edges" => Edges(part, page, mark, ref view),
                "pageInfo" => PageInfo(part, page, mark),
                _ => page.TotalCount,
            };
        }

        return row;
    }

    private static List<object?> Nodes(ConnectionPage page, int view) => [.. page.Items.Select(item => item.Views[view])];

    private static List<object?> Edges(Selection part, ConnectionPage page, string mark, ref int view)
    {
        var parts = EdgeParts(part);
        var shape = new RowShape(((PartField)part.Field).Target!, parts);
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

    private static Row PageInfo(Selection part, ConnectionPage page, string mark)
    {
        var parts = InfoParts(part);
        var info = new Row(new RowShape(((PartField)part.Field).Target!, parts), 0);
        for (var slot = 0; slot < parts.Count; slot++)
        {
            info[slot] = parts[slot].Field.Name switch
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
