using GraphNews.Graph.Identity;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Duplicates;

/// <summary>
/// Looks for entities of one kind that may be the same. The number of statements is fixed, and names are compared only of those that share
/// a key: never all with all.
/// </summary>
internal sealed class DuplicateSearch(GraphDbContext graph, NodeKind kind)
{
    /// <summary>The candidates, the likeliest first.</summary>
    public async Task<IReadOnlyList<DuplicateCandidate>> FindAsync(CancellationToken cancel)
    {
        var pairs = await CandidatePairs.FindAsync(graph, kind, cancel).ConfigureAwait(false);
        long[] ids = [.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct()];
        var judged = await JudgedAsync(ids, cancel).ConfigureAwait(false);
        var reader = new ProfileReader(graph, kind);
        var profiles = await reader.ReadAsync(ids, cancel).ConfigureAwait(false);
        var names = await NamesAsync(ids, cancel).ConfigureAwait(false);

        // Names are compared last, and only where they can make up for the rest.
        var open = (from pair in pairs
                    where !judged[pair].Any(one => one.Verdict == Verdict.Different)
                    let reasons = DuplicateReasons.OfProfiles(profiles[pair.Left], profiles[pair.Right]).ToList()
                    where DuplicateWeights.Name + DuplicateWeights.SharedMeeting + reasons.Sum(reason => reason.Weight) >= DuplicateWeights.Least
                    select (Pair: pair, Reasons: reasons)).ToList();
        foreach (var (pair, reasons) in open)
        {
            cancel.ThrowIfCancellationRequested();
            if (BearerNames.Agree(names[pair.Left], names[pair.Right], kind == NodeKind.Official) is { } called)
                reasons.Add(new(DuplicateReasonKind.Name, Math.Round(DuplicateWeights.Name * called.Match.Score, 3), called.Left.Name.Value, called.Right.Name.Value));
        }

        open.RemoveAll(one => one.Reasons.Sum(reason => reason.Weight) + DuplicateWeights.SharedMeeting < DuplicateWeights.Least);
        long[] together = [.. open.SelectMany(one => DuplicateReasons.Together(profiles[one.Pair.Left], profiles[one.Pair.Right])).SelectMany(both => new[] { both.Left, both.Right }).Distinct()];
        var sources = await reader.SourcesAsync(together, cancel).ConfigureAwait(false);
        foreach (var (pair, reasons) in open) reasons.AddRange(DuplicateReasons.OfMeetings(profiles[pair.Left], profiles[pair.Right], sources));
        return
        [
            .. open.Select(one => Candidate(one.Pair, one.Reasons, judged[one.Pair])).Where(candidate => candidate.Score >= DuplicateWeights.Least)
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Left.Id).ThenBy(candidate => candidate.Right.Id),
        ];
    }

    private DuplicateCandidate Candidate((long Left, long Right) pair, List<DuplicateReason> reasons, IEnumerable<(long Id, Verdict Verdict)> judged)
        => new(
            new NodeKey(kind, pair.Left),
            new NodeKey(kind, pair.Right),
            Math.Round(Math.Clamp(reasons.Sum(reason => reason.Weight), 0, 1), 3),
            [.. reasons.OrderByDescending(reason => Math.Abs(reason.Weight)).ThenBy(reason => reason.Kind)],
            [.. judged.Select(one => new NodeKey(NodeKind.Judgement, one.Id))]);

    private async Task<Dictionary<long, BearerName[]>> NamesAsync(long[] ids, CancellationToken cancel)
    {
        var names = await graph.Names.Where(name => name.HiddenSince == null && ids.Contains(name.SubjectId))
            .Select(name => new { name.SubjectId, name.Value, name.Language }).ToListAsync(cancel).ConfigureAwait(false);
        var called = names.ToLookup(name => name.SubjectId, name => new BearerName(new ComparedName(name.Value), name.Language));
        return ids.ToDictionary(id => id, id => called[id].ToArray());
    }

    /// <summary>What was judged of each pair, of whichever nodes they stand for now.</summary>
    private async Task<ILookup<(long Left, long Right), (long Id, Verdict Verdict)>> JudgedAsync(long[] ids, CancellationToken cancel)
    {
        var judged = await graph.Judgements
            .Where(judgement => judgement.HiddenSince == null && judgement.Verdict != Verdict.Same && ids.Contains(judgement.Left.CanonicalId))
            .Select(judgement => new { judgement.Id, judgement.Verdict, Left = judgement.Left.CanonicalId, Right = judgement.Right.CanonicalId })
            .ToListAsync(cancel).ConfigureAwait(false);
        return judged.ToLookup(one => (Math.Min(one.Left, one.Right), Math.Max(one.Left, one.Right)), one => (one.Id, one.Verdict));
    }
}
