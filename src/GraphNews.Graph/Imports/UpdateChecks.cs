using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports;

/// <summary>Looks whether nodes that exist can become what their records say.</summary>
internal sealed class UpdateChecks(GraphEdit edit, BatchReferences references, UpdatedNodes nodes, IReadOnlyList<BatchRecord> records)
{
    /// <exception cref="RecordsRejectedException">A record says what its node cannot become.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var wrong = new List<(int, string)>();
        foreach (var record in records)
        {
            var row = nodes.Row(record);
            if (row is SourceArticle { Text: { } text } && record.Draft.Row is SourceArticle { Text: { } other } && text != other)
                wrong.Add((record.Ordinal, "The article's text is not the one that the graph has, and citations count its characters. Give the new text as an article of its own, with another key and slug."));
            else if (await IsInCircleAsync(record, row, cancel).ConfigureAwait(false))
                wrong.Add((record.Ordinal, $"The field {BatchReferences.ParentReference(record)!.Field} would make it a part of itself: what it points at is a part of it."));
        }

        if (wrong.Count > 0) throw new RecordsRejectedException(wrong);
    }

    private async Task<bool> IsInCircleAsync(BatchRecord record, NodeRow row, CancellationToken cancel)
    {
        if (BatchReferences.ParentReference(record) is not { } parent) return false;
        var column = edit.Tables[row].References.Single(reference => reference.Target?.Kind == record.Draft.Kind);
        var next = (long?)nodes.Canonical(references.Node(parent.Reference));
        if (next == column.Get(row)) return false;
        for (var steps = 0; next is { } id && steps < RowTable.KeysAtOnce; steps++)
        {
            if (id == row.Id) return true;
            var above = (await edit.Tables[row].FindAsync(edit.Context, [id], cancel).ConfigureAwait(false)).FirstOrDefault();
            next = above is null ? null : column.Get(above);
        }

        return false;
    }
}
