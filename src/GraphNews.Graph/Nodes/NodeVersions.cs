using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Nodes;

/// <summary>Lets <see cref="Node.UpdatedVersion"/> rise where an edit touched a node or what it owns.</summary>
internal static class NodeVersions
{
    public static async Task RaiseAsync(GraphEdit edit, EditedRows rows, IEnumerable<long> touched, CancellationToken cancel)
    {
        var others = new List<long>();
        foreach (var id in touched)
        {
            if (rows.Node(id) is { } node) node.UpdatedVersion = edit.Version;
            else others.Add(id);
        }

        foreach (var some in others.Chunk(RowTable.KeysAtOnce))
        {
            await edit.Context.Nodes.Where(n => some.Contains(n.Id))
                .ExecuteUpdateAsync(n => n.SetProperty(m => m.UpdatedVersion, edit.Version), cancel).ConfigureAwait(false);
        }
    }
}
