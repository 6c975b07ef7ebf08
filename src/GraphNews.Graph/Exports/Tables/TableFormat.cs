using GraphNews.Graph.Articles;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Exports.Tables;

/// <summary>Tables as CSV, a file for each kind. Source: RFC 4180.</summary>
/// <param name="files">Where to.</param>
/// <param name="hasMark">Whether they are for spreadsheets: with a byte order mark, and no cell that one would compute.</param>
/// <param name="publishesText">Whether readers get the texts of articles.</param>
internal sealed class TableFormat(ExportFiles files, bool hasMark, bool publishesText) : ExportFormat
{
    private readonly Dictionary<TableColumns, TableWriter> _tables = [];
    private TableCells _cells = null!;

    public override IReadOnlyList<NodeKind> Kinds { get; } = [.. TableColumns.ByKind.Keys];

    public override IReadOnlyList<NodeKind> Inside => [NodeKind.Name, NodeKind.Citation];

    public override Task BeginAsync(ExportScope scope, CancellationToken cancel)
    {
        _cells = new TableCells(scope.Tables, publishesText);
        foreach (var table in TableColumns.ByKind.Values.Concat([TableColumns.Names, TableColumns.Texts, TableColumns.Identifiers, TableColumns.Citations]))
            _tables.Add(table, new TableWriter(files.Open(table.File), table.Columns, hasMark));
        return Task.CompletedTask;
    }

    public override async Task WriteAsync(ExportPage page, CancellationToken cancel)
    {
        var table = TableColumns.ByKind[page.Kind];
        foreach (var row in page.Rows)
        {
            Write(table, column => _cells.Of(page, row, column));
            foreach (var name in page.Hanging<Name>(row.Id))
            {
                Write(TableColumns.Names, column => column == "subject" ? ((Entity)row).Slug : _cells.Of(page, name, column));
                WriteCitations(page, name, slug: null);
            }

            foreach (var text in page.Hanging<Text>(row.Id)) Write(TableColumns.Texts, column => column == "subject" ? ((Entity)row).Slug : _cells.Of(page, text, column));
            foreach (var identifier in page.Hanging<Identifier>(row.Id)) Write(TableColumns.Identifiers, column => column == "subject" ? ((Entity)row).Slug : _cells.Of(page, identifier, column));
            WriteCitations(page, row, (row as Entity)?.Slug);
            if (!publishesText) Losses.AddIf(row is SourceArticle { Text: not null }, LossNames.ArticleTexts);
        }

        foreach (var writer in _tables.Values) await writer.FlushAsync(cancel).ConfigureAwait(false);
    }

    public override async Task EndAsync(CancellationToken cancel)
    {
        foreach (var writer in _tables.Values) await writer.FlushAsync(cancel).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        foreach (var writer in _tables.Values) writer.Dispose();
    }

    private void WriteCitations(ExportPage page, NodeRow row, string? slug)
    {
        foreach (var citation in page.Hanging<Citation>(row.Id))
            Write(TableColumns.Citations, column => column switch { "subject" => slug, "subjectId" => row.Id, _ => _cells.Of(page, citation, column) });
    }

    private void Write(TableColumns table, Func<string, object?> cell)
    {
        var writer = _tables[table];
        foreach (var column in table.Columns) writer.Write(cell(column));
        writer.EndRow();
    }
}
