using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Identity;

/// <summary>Whether two nodes are the same.</summary>
[Extends("Mutation")]
internal static class JudgementMutations
{
    // Countries are told by their codes; what a source says and what somebody judged are no things of the world.
    private static readonly NodeKind[] _notJudged = [NodeKind.Country, NodeKind.Citation, NodeKind.Judgement];

    /// <summary>Judges two nodes the same, different, or unsure.</summary>
    public static Mutation JudgeSame { get; } = new(async (mutation, cancel) =>
    {
        var left = await JudgedAsync(mutation, "left", cancel).ConfigureAwait(false);
        var right = await JudgedAsync(mutation, "right", cancel).ConfigureAwait(false);
        if (left.Id == right.Id)
            throw InputException.Value(ErrorCodes.InvalidInput, "It is the id of the left node: only two nodes can be judged.", [MutationEdit.Root, "right"]);
        var verdict = EnumNames.Parse<Verdict>((string)mutation.Input["verdict"]!);
        var judgement = await new Judging(mutation.Edit).JudgeAsync(left, right, verdict, cancel).ConfigureAwait(false);
        return new MutationResult("judgement", new NodeKey(NodeKind.Judgement, judgement));
    });

    /// <summary>Takes a judgement back.</summary>
    public static Mutation UndoJudgement { get; } = new(async (mutation, cancel) =>
    {
        var node = await mutation.NamedAsync(NodeKind.Judgement, "id", cancel).ConfigureAwait(false);
        await new Judging(mutation.Edit).UndoAsync(node, cancel).ConfigureAwait(false);
        return new MutationResult("tombstone", new NodeKey(NodeKind.Judgement, node.Id));
    });

    private static async Task<Node> JudgedAsync(MutationEdit mutation, string field, CancellationToken cancel)
    {
        var node = await mutation.NamedAsync(null, field, cancel).ConfigureAwait(false);
        if (_notJudged.Contains(node.Kind))
            throw InputException.Value(ErrorCodes.InvalidId, $"Nodes of kind {node.Kind} are not judged.", [MutationEdit.Root, field]);
        MutationEdit.RequireStanding(await mutation.CanonicalAsync(node, cancel).ConfigureAwait(false));
        return node;
    }
}
