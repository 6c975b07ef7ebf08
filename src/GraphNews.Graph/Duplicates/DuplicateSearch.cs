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
        var names = await NamesAsync(pairs, cancel).ConfigureAwait(false);
        var identified = pairs.ToDictionary(pair => pair, pair => BearerNames.Agree([.. names[pair.Left]], [.. names[pair.Right]], kind == NodeKind.Official));
        cancel.ThrowIfCancellationRequested();

        long[] ids = [.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct()];
        var reader = new ProfileReader(graph, kind);
        var profiles = await reader.ReadAsync(ids, cancel).ConfigureAwait(false);
        var judged = await JudgedAsync(ids, cancel).ConfigureAwait(false);
        var open = pairs.Where(pair => !judged[pair].Any(one => one.Verdict == Verdict.Different)).ToList();
        var sources = await reader.SourcesAsync(
            [.. open.Where(pair => identified[pair] is not null).SelectMany(pair => DuplicateReasons.Together(profiles[pair.Left], profiles[pair.Right]))
                .SelectMany(both => new[] { both.Left, both.Right }).Distinct()],
            cancel).ConfigureAwait(false);

        return
        [
            .. open.Select(pair => Candidate(pair, identified[pair], DuplicateReasons.Of(profiles[pair.Left], profiles[pair.Right], sources), judged[pair]))
                .Where(candidate => candidate.Score >= DuplicateWeights.Least)
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Left.Id).ThenBy(candidate => candidate.Right.Id),
        ];
    }

    private DuplicateCandidate Candidate(
        (long Left, long Right) pair, (BearerName Left, BearerName Right, NameMatch Match)? called, IEnumerable<DuplicateReason> others,
        IEnumerable<(long Id, Verdict Verdict)> judged)
    {
        var reasons = others.ToList();
        if (called is { } names)
            reasons.Add(new(DuplicateReasonKind.Name, Math.Round(DuplicateWeights.Name * names.Match.Score, 3), names.Left.Name.Value, names.Right.Name.Value));
        return new DuplicateCandidate(
            new NodeKey(kind, pair.Left),
            new NodeKey(kind, pair.Right),
            Math.Round(Math.Clamp(reasons.Sum(reason => reason.Weight), 0, 1), 3),
            [.. reasons.OrderByDescending(reason => Math.Abs(reason.Weight)).ThenBy(reason => reason.Kind)],
            [.. judged.Select(one => new NodeKey(NodeKind.Judgement, one.Id))]);
    }

    private async Task<ILookup<long, BearerName>> NamesAsync(HashSet<(long Left, long Right)> pairs, CancellationToken cancel)
    {
        long[] ids = [.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct()];
        var names = await graph.Names.Where(name => name.HiddenSince == null && ids.Contains(name.SubjectId))
            .Select(name => new { name.SubjectId, name.Value, name.Language }).ToListAsync(cancel).ConfigureAwait(false);
        return names.ToLookup(name => name.SubjectId, name => new BearerName(new ComparedName(name.Value), name.Language));
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
