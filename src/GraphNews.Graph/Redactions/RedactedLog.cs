using GraphNews.Graph.Changes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Redactions;

/// <summary>
/// Blanks values in the change log: the one lawful change of what was once written down. Entries stay, with their version, place
/// and field; where a value stood, it says so.
/// </summary>
internal sealed class RedactedLog(GraphEdit edit)
{
    /// <summary>Blanks what the log has of some columns of some rows.</summary>
    /// <param name="entries">The entries of the rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="cancel">Cancels the write.</param>
    public async Task BlankAsync(Func<IQueryable<ChangeEntry>, IQueryable<ChangeEntry>> entries, IReadOnlyCollection<string> columns, CancellationToken cancel)
    {
        var named = columns.ToArray();
        var told = entries(edit.Context.ChangeEntries).Where(entry => named.Contains(entry.Field));
        await told.Where(entry => entry.OldValue != null && entry.OldValue != ChangeValue.Null)
            .ExecuteUpdateAsync(entry => entry.SetProperty(one => one.OldValue, ChangeValue.Redacted), cancel).ConfigureAwait(false);
        await told.Where(entry => entry.NewValue != null && entry.NewValue != ChangeValue.Null)
            .ExecuteUpdateAsync(entry => entry.SetProperty(one => one.NewValue, ChangeValue.Redacted), cancel).ConfigureAwait(false);
    }

    /// <summary>The rows of a table of links that a node had, gone ones included, whose column held a value.</summary>
    public Task<List<long>> RowsAsync(long node, string table, string column, string value, CancellationToken cancel)
    {
        var json = ChangeValue.Json(value);
        return edit.Context.ChangeEntries.Where(entry => entry.NodeId == node && entry.Table == table && entry.Field == column && (entry.OldValue == json || entry.NewValue == json))
            .Select(entry => entry.RowId).Distinct().ToListAsync(cancel);
    }

    /// <summary>Lets the history show a redaction that no column shows, since nothing stood there any more.</summary>
    public async Task TellAsync(string table, long node, string column, CancellationToken cancel)
    {
        if (await edit.Context.ChangeEntries.AnyAsync(entry => entry.NodeId == node && entry.Version == edit.Version && entry.Table == table && entry.Field == column, cancel).ConfigureAwait(false)) return;
        await edit.NoteAsync(
            new ChangeEntry { NodeId = node, RowId = node, Table = table, Field = column, OldValue = ChangeValue.Redacted, NewValue = ChangeValue.Null }, cancel).ConfigureAwait(false);
    }
}
