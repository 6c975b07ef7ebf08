using System.Globalization;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Identity;

/// <summary>
/// Writes judgements and takes them back. Nodes are merged exactly as those say that stand, in the order in which they were
/// made: taking one back leaves what there would be without it.
/// </summary>
internal sealed class Judging(GraphEdit edit)
{
    /// <summary>Judges two nodes; the same judgement of them that stands already is enough.</summary>
    /// <param name="left">The node that stands for both if they are the same; the one that is meant, also if it was merged.</param>
    /// <param name="right">The other.</param>
    /// <param name="verdict">What is judged.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <returns>The judgement's id.</returns>
    /// <exception cref="ContradictionException">Others that stand say otherwise.</exception>
    /// <exception cref="GraphException">KINDS_DIFFER, RETRACTED, or MERGE_CONFLICT where a fact says that they differ.</exception>
    public async Task<long> JudgeAsync(Node left, Node right, Verdict verdict, CancellationToken cancel)
    {
        Merging.RequireOneKind(left, right);
        long[] shown = [left.CanonicalId, right.CanonicalId];
        var group = await edit.Context.Nodes.AsNoTracking().Where(node => shown.Contains(node.CanonicalId))
            .ToDictionaryAsync(node => node.Id, node => node.CanonicalId, cancel).ConfigureAwait(false);
        var standing = await StandingAsync([.. group.Keys], cancel).ConfigureAwait(false);
        if (standing.Find(one => one.Verdict == verdict && IsOf(one, left.Id, right.Id)) is { } known) return known.Id;

        RefuseContradiction(left, right, verdict, group, standing);
        var judgement = edit.Add(new Judgement
        {
            LeftId = left.Id,
            RightId = right.Id,
            Verdict = verdict,
            JudgedBy = edit.Change.Actor,
            JudgedAt = edit.Change.At,
            Reason = edit.Change.Reason,
        });
        if (verdict == Verdict.Same && left.CanonicalId != right.CanonicalId)
            await edit.MergeAsync(right.CanonicalId, left.CanonicalId, cancel).ConfigureAwait(false);
        return judgement.Id;
    }

    /// <summary>Takes a judgement back: what the others say stays.</summary>
    /// <exception cref="GraphException">RETRACTED: it was taken back, or nodes that others hold together are retracted.</exception>
    public async Task UndoAsync(Node node, CancellationToken cancel)
    {
        if (node.RetractedVersion is { } version)
            throw new GraphException(ErrorCodes.Retracted, $"The judgement was undone in version {version}. Judge again if it holds after all.");
        await edit.RetractAsync(node.Id, cancel).ConfigureAwait(false);
        var undone = (await edit.Context.Judgements.FindAsync([node.Id], cancel).ConfigureAwait(false))!;
        if (undone.Verdict != Verdict.Same) return;

        var canonical = (await edit.NodeAsync(undone.LeftId, cancel).ConfigureAwait(false)).CanonicalId;
        var group = await edit.Context.Nodes.AsNoTracking().Where(one => one.CanonicalId == canonical).Select(one => one.Id).ToArrayAsync(cancel).ConfigureAwait(false);
        var standing = await StandingAsync(group, cancel).ConfigureAwait(false);
        var wanted = JudgedSteps.Of(standing.Where(one => one.Verdict == Verdict.Same).OrderBy(one => one.Id).Select(one => (one.LeftId, one.RightId)));
        var taken = await edit.Context.Merges.AsNoTracking().Where(merge => group.Contains(merge.LoserId))
            .Select(merge => new JudgedStep(merge.LoserId, merge.WinnerId)).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var step in taken.Except(wanted)) await edit.UndoMergeAsync(step.LoserId, cancel).ConfigureAwait(false);
        foreach (var step in wanted.Except(taken)) await edit.MergeAsync(step.LoserId, step.WinnerId, cancel).ConfigureAwait(false);
    }

    private static void RefuseContradiction(Node left, Node right, Verdict verdict, Dictionary<long, long> group, List<Judgement> standing)
    {
        if (left.CanonicalId == right.CanonicalId)
        {
            if (verdict == Verdict.Same) return;
            var chain = JudgedChain.Between(left.Id, right.Id, [.. standing.Where(one => one.Verdict == Verdict.Same)]);
            throw new ContradictionException(
                chain.Count == 1
                    ? $"They are judged the same {Told(chain[0])}. Undo that judgement first."
                    : $"They are the same by {chain.Count} judgements, one after another. Undo one of them first.",
                [.. chain.Select(one => one.Id)]);
        }

        var different = standing.Where(one => one.Verdict == Verdict.Different
            && group.TryGetValue(one.LeftId, out var a) && group.TryGetValue(one.RightId, out var b) && a != b).ToList();
        if (verdict != Verdict.Different && different.Count > 0)
        {
            throw new ContradictionException(
                $"{(IsOf(different[0], left.Id, right.Id) ? "They are judged different" : "Nodes that are the same as these are judged different")} {Told(different[0])}. Undo that judgement first.",
                [.. different.Select(one => one.Id)]);
        }
    }

    private static string Told(Judgement judgement)
        => string.Create(CultureInfo.InvariantCulture, $"by {judgement.JudgedBy} on {judgement.JudgedAt:yyyy-MM-dd}");

    private static bool IsOf(Judgement judgement, long one, long other)
        => (judgement.LeftId == one && judgement.RightId == other) || (judgement.LeftId == other && judgement.RightId == one);

    /// <summary>The judgements that stand of some nodes. Two statements, because each side has an index of its own.</summary>
    private async Task<List<Judgement>> StandingAsync(long[] nodes, CancellationToken cancel)
    {
        var standing = edit.Context.Judgements.AsNoTracking().Where(judgement => judgement.HiddenSince == null);
        var lefts = await standing.Where(judgement => nodes.Contains(judgement.LeftId)).ToListAsync(cancel).ConfigureAwait(false);
        var rights = await standing.Where(judgement => nodes.Contains(judgement.RightId)).ToListAsync(cancel).ConfigureAwait(false);
        return [.. lefts.UnionBy(rights, judgement => judgement.Id).OrderBy(judgement => judgement.Id)];
    }
}
