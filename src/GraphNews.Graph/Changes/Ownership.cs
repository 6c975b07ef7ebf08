using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Changes;

/// <summary>Follows what an edit changed up to its owners (<see cref="RowEnds"/>).</summary>
/// <param name="Touched">Every node that counts as changed.</param>
/// <param name="LinkOwners">The node whose history a link belongs to, by the link's id.</param>
internal sealed record Ownership(IReadOnlySet<long> Touched, IReadOnlyDictionary<long, long> LinkOwners)
{
    public static async Task<Ownership> FollowAsync(GraphEdit edit, EditedRows rows, CancellationToken cancel)
    {
        var owners = new Dictionary<long, long>();
        var touched = rows.ChangedNodes.Select(node => node.Row.Id).ToHashSet();

        // Who stands for a node, or stood for it, shows other facts than before.
        touched.UnionWith(rows.ChangedNodes.Where(node => node.Changes(nameof(Node.CanonicalId)))
            .SelectMany(node => new[] { (long)node.Before(nameof(Node.CanonicalId))!, node.Row.CanonicalId }));

        var links = new List<GraphRow>();
        var level = new HashSet<long>();
        foreach (var edited in rows.Edited)
        {
            if (edited.Row is NodeRow) touched.Add(edited.Row.Id);
            else links.Add(edited.Row);
            level.UnionWith(OwnersOf(edit, edited));
        }

        // An owner may be a fact or a dispute, which has an owner of its own.
        while (level.Count > 0)
        {
            var kinds = await rows.KindsAsync(level, cancel).ConfigureAwait(false);
            touched.UnionWith(kinds.Keys);
            var owned = new List<GraphRow>();
            foreach (var facts in kinds.GroupBy(k => k.Value, k => k.Key).Where(k => edit.Tables[k.Key].Ends.Count > 0))
                owned.AddRange(await rows.FindAsync(edit.Tables[facts.Key], [.. facts], cancel).ConfigureAwait(false));
            foreach (var table in level.Where(id => !kinds.ContainsKey(id)).ToLookup(id => LinkTable(edit, rows, links, id)).Where(t => t.Key is not null))
                owned.AddRange(await rows.FindAsync(table.Key!, [.. table], cancel).ConfigureAwait(false));
            level = [.. owned.Select(row => edit.Tables[row].Ends[0].Get(row)).OfType<long>()];
        }

        foreach (var link in links) owners[link.Id] = NodeOwning(edit, rows, link);
        return new Ownership(touched, owners);
    }

    private static IEnumerable<long> OwnersOf(GraphEdit edit, EditedRow<GraphRow> edited)
    {
        if (edit.Tables[edited.Row].Ends is not [var owner, ..]) yield break;
        if (owner.Get(edited.Row) is { } id) yield return id;
        if (edited.IsChanged && (long?)edited.Before(owner.Property) is { } before) yield return before;
    }

    // Only a dispute is a link that owns links: its claims.
    private static RowTable? LinkTable(GraphEdit edit, EditedRows rows, List<GraphRow> links, long id)
        => rows.Row(id) is { } row
            ? edit.Tables[row]
            : links.Select(link => edit.Tables[link].Ends[0]).FirstOrDefault(end => end.Target is { Kind: null })?.Target;

    private static long NodeOwning(GraphEdit edit, EditedRows rows, GraphRow link)
    {
        var owner = edit.Tables[link].Ends[0];
        var id = owner.Get(link)!.Value;
        return owner.IsToNode ? id : NodeOwning(edit, rows, rows.Row(id)!);
    }
}
