using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Mutations;

/// <summary>Nothing is a part of itself: no agency, meeting or place above itself, no topic broader than itself.</summary>
internal static class ParentCircles
{
    /// <summary>Refuses a row that is its own parent, or the parent of one of its parents.</summary>
    /// <param name="edit">The write.</param>
    /// <param name="rows">What it has loaded.</param>
    /// <param name="row">The row as it is to be.</param>
    /// <param name="place">Where the input names the parent; null where its field has the parent's name.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <exception cref="InputException">It would be a part of itself.</exception>
    public static async Task RefuseAsync(GraphEdit edit, EditedRows rows, NodeRow row, string? place, CancellationToken cancel)
    {
        foreach (var parent in edit.Tables[row].References.Where(reference => row is Entity && reference.Target == edit.Tables[row]))
        {
            var seen = new HashSet<long>();
            for (var next = parent.Get(row); next is { } above && seen.Add(above);)
            {
                if (above == row.Id)
                    throw InputException.Value(ErrorCodes.InvalidInput, "It would be a part of itself: what it points at is a part of it.", [MutationEdit.Root, place ?? FieldText.Field(parent.Property)]);
                var found = await rows.FindAsync(edit.Tables[row], [above], cancel).ConfigureAwait(false);
                next = found.Count == 0 ? null : parent.Get(found[0]);
            }
        }
    }
}
