using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Costs;
using GraphNews.Graph.Errors;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>
/// How an operation's answer is read as a table: the rows are the nodes of its one connection, the columns what is selected of
/// each. It follows from the document, not from the answer, so that a table without rows has its columns, too.
/// </summary>
public sealed class TableSelection
{
    private readonly SelectedFields _fields;
    private readonly List<(IReadOnlyList<string> Path, SelectedField Field, bool IsInList)> _connections = [];

    private TableSelection(SchemaBinding binding, GraphQLDocument document, GraphQLOperationDefinition operation, JsonElement? variables)
    {
        _fields = new SelectedFields(binding, document, new GivenValues(operation, variables));
        FindConnections(_fields.Of(operation.SelectionSet, operation.Operation.ToString()), [], isInList: false);
        if (_connections is not [var (path, connection, isInList)])
        {
            throw NotATable(_connections.Count == 0
                ? "The operation selects no connection, and so has no rows."
                : $"The operation selects {_connections.Count} connections, {string.Join(" and ", _connections.Take(2).Select(found => string.Join('.', found.Path)))}; a table has the rows of one.");
        }

        if (isInList) throw NotATable($"The operation selects the connection {string.Join('.', path)} of each item of a list; a table has the rows of one.");

        Path = path;
        var parts = _fields.Below(connection);
        TotalCount = Part(parts, "totalCount")?.Name;
        if (Part(parts, "pageInfo") is { } page)
            (PageInfo, HasNextPage, EndCursor) = (page.Name, Part(_fields.Below(page), "hasNextPage")?.Name, Part(_fields.Below(page), "endCursor")?.Name);
        AfterVariable = connection.Fields[0].Arguments?.FirstOrDefault(argument => argument.Name.StringValue == "after")?.Value is GraphQLVariable after ? after.Name.StringValue : null;

        var rows = Part(parts, "nodes") ?? Part(parts, "edges") ?? throw NotATable($"The operation selects neither nodes nor edges of {string.Join('.', path)}, and so has no rows.");
        Rows = rows.Name;
        var columns = new List<IReadOnlyList<string>>();
        AddColumns(columns, _fields.Below(rows), []);
        Columns = columns;
    }

    /// <summary>The names that lead from <c>data</c> to the connection.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>The name of <c>nodes</c>, or of <c>edges</c>, in the answer.</summary>
    public string Rows { get; }

    /// <summary>The names that lead from a row to the value of each column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Columns { get; }

    /// <summary>The name of <c>totalCount</c> in the answer; null if it is not selected.</summary>
    public string? TotalCount { get; }

    /// <summary>The name of <c>pageInfo</c> in the answer; null if it is not selected.</summary>
    public string? PageInfo { get; }

    /// <summary>The name of <c>hasNextPage</c> in the page info; null if it is not selected.</summary>
    public string? HasNextPage { get; }

    /// <summary>The name of <c>endCursor</c> in the page info; null if it is not selected.</summary>
    public string? EndCursor { get; }

    /// <summary>The variable that is the connection's <c>after</c>; null if none is.</summary>
    public string? AfterVariable { get; }

    /// <summary>Reads an operation as a table.</summary>
    /// <exception cref="GraphException"><c>NOT_A_TABLE</c>: it selects no connection, or several, or one inside a list.</exception>
    public static TableSelection Of(SchemaBinding binding, GraphQLDocument document, GraphQLOperationDefinition operation, JsonElement? variables)
    {
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(operation);
        return new TableSelection(binding, document, operation, variables);
    }

    private void FindConnections(IReadOnlyList<SelectedField> fields, IReadOnlyList<string> above, bool isInList)
    {
        foreach (var field in fields.Where(field => !field.IsLeaf))
        {
            List<string> path = [.. above, field.Name];
            if (field.Type!.EndsWith("Connection", StringComparison.Ordinal)) _connections.Add((path, field, isInList));
            FindConnections(_fields.Below(field), path, isInList || field.IsList);
        }
    }

    private void AddColumns(List<IReadOnlyList<string>> columns, IReadOnlyList<SelectedField> fields, IReadOnlyList<string> above)
    {
        foreach (var field in fields)
        {
            List<string> path = [.. above, field.Name];
            if (field.IsLeaf) columns.Add(path);
            else AddColumns(columns, _fields.Below(field), path);
        }
    }

    private static SelectedField? Part(IReadOnlyList<SelectedField> fields, string name) => fields.FirstOrDefault(field => field.Fields[0].Name.StringValue == name);

    private static GraphException NotATable(string message) => new(ErrorCodes.NotATable, message);
}
