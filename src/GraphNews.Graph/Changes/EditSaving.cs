using GraphNews.Graph.Citations;
using GraphNews.Graph.Identity;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Changes;

/// <summary>What happens to an edit when it is saved, in this order: each step may rely on the ones before.</summary>
internal sealed class EditSaving(GraphEdit edit)
{
    public async Task RunAsync(bool referencesAreSettled, bool isLast, CancellationToken cancel)
    {
        var rows = new EditedRows(edit);
        edit.Tables.WrittenText.Clean(rows);
        NameForms.Derive(rows);
        if (!referencesAreSettled) await new ReferenceSettling(edit, rows).RunAsync(cancel).ConfigureAwait(false);
        await new Visibility(edit, rows).RunAsync(cancel).ConfigureAwait(false);
        rows.Detect();
        await new SlugAssignment(edit, rows).RunAsync(cancel).ConfigureAwait(false);
        await new SortNames(edit, rows).RunAsync(cancel).ConfigureAwait(false);
        rows.Detect();
        await Evidence.CheckAsync(edit, rows, cancel).ConfigureAwait(false);
        var owners = await Ownership.FollowAsync(edit, rows, cancel).ConfigureAwait(false);
        await NodeVersions.RaiseAsync(edit, rows, owners.Touched, cancel).ConfigureAwait(false);
        rows.Detect();
        await edit.New.InsertAsync(edit, new ChangeLog(edit, owners).Describe(), isLast, cancel).ConfigureAwait(false);
    }
}
