using GraphNews.Graph.Articles;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Nodes;

/// <summary>What is alike for all kinds of nodes: adding, updating, retracting, restoring.</summary>
[Extends("Mutation")]
internal static class NodeMutations
{
    /// <summary>The kinds that are written field by field. Countries are reference data; citations have a mutation of their own.</summary>
    internal static IReadOnlyList<NodeKind> Kinds { get; } = [.. RecordTypes.Inputs.Values.Select(type => type.Kind).Order()];

    /// <summary>Each mutation by its field.</summary>
    public static IReadOnlyDictionary<string, Mutation> All { get; } = Declare().ToDictionary(mutation => mutation.Field, mutation => mutation.Mutation);

    private static IEnumerable<(string Field, Mutation Mutation)> Declare()
    {
        foreach (var kind in Kinds)
        {
            yield return ($"add{kind}", new Mutation((edit, cancel) => AddAsync(kind, edit, cancel)));
            yield return ($"update{kind}", new Mutation((edit, cancel) => UpdateAsync(kind, edit, cancel)));
        }

        foreach (var kind in Kinds.Append(NodeKind.Citation))
        {
            yield return ($"retract{kind}", new Mutation((edit, cancel) => RetractAsync(kind, edit, cancel)));
            yield return ($"restore{kind}", new Mutation((edit, cancel) => RestoreAsync(kind, edit, cancel)));
        }
    }

    private static async Task<MutationResult> AddAsync(NodeKind kind, MutationEdit mutation, CancellationToken cancel)
    {
        var edit = mutation.Edit;
        var draft = DraftReader.Read(InputRecord.Of(kind, mutation.Input, new InputRules("", mutation.Actor)));
        if (draft.Row is SourceArticle article && await SameArticleAsync(edit.Context, article, cancel).ConfigureAwait(false) is { } same) return Shown(kind, same);
        return Shown(kind, await new DraftWriting(edit, new InputReferences(edit), mutation.Actor).AddAsync(draft, cancel).ConfigureAwait(false));
    }

    private static async Task<MutationResult> UpdateAsync(NodeKind kind, MutationEdit mutation, CancellationToken cancel)
    {
        var node = await mutation.NodeAsync(kind, "id", cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(node);
        mutation.RequireFresh(node);
        var draft = DraftReader.Read(InputRecord.Of(kind, mutation.Input, new InputRules("", mutation.Actor, IsPartial: true)));
        await new NodeUpdate(mutation, draft, node.Id).RunAsync(cancel).ConfigureAwait(false);
        return Shown(kind, node.Id);
    }

    private static async Task<MutationResult> RetractAsync(NodeKind kind, MutationEdit mutation, CancellationToken cancel)
    {
        var node = await mutation.NodeAsync(kind, "id", cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(node);
        mutation.RequireFresh(node);
        await mutation.Edit.RetractAsync(node.Id, cancel).ConfigureAwait(false);
        if (IsSource(kind)) await DisputeSettling.FollowAsync(mutation.Edit, node.Id, cancel).ConfigureAwait(false);
        return new MutationResult("tombstone", new NodeKey(kind, node.Id));
    }

    private static async Task<MutationResult> RestoreAsync(NodeKind kind, MutationEdit mutation, CancellationToken cancel)
    {
        var node = await mutation.NodeAsync(kind, "id", cancel).ConfigureAwait(false);
        mutation.RequireFresh(node);
        await mutation.Edit.RestoreAsync(node.Id, cancel).ConfigureAwait(false);
        if (IsSource(kind)) await DisputeSettling.FollowAsync(mutation.Edit, node.Id, cancel).ConfigureAwait(false);
        return Shown(kind, node.Id);
    }

    private static bool IsSource(NodeKind kind) => kind is NodeKind.Citation or NodeKind.SourceArticle;

    private static MutationResult Shown(NodeKind kind, long id) => new(CamelCase.Of(kind.ToString()), new NodeKey(kind, id));

    // The same address or the same text is the same article.
    private static async Task<long?> SameArticleAsync(GraphDbContext graph, SourceArticle article, CancellationToken cancel)
    {
        var (url, hash) = (article.Url, article.ContentHash);
        var same = await graph.SourceArticles.AsNoTracking()
            .Where(other => other.HiddenSince == null && ((url != null && other.Url == url) || (hash != null && other.ContentHash == hash)))
            .OrderBy(other => other.Id).Select(other => other.Id).Take(1).ToListAsync(cancel).ConfigureAwait(false);
        return same.Count > 0 ? same[0] : null;
    }
}
