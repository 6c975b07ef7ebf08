using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Officials;

/// <summary>What is computed of tenures, for many at once.</summary>
[Extends("Tenure")]
internal static class TenureAnswers
{
    /// <summary>How sure it is that the official held the post on a day; null where it is excluded.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> Certainty(
        GraphReader reader, IReadOnlyList<long> tenures, Selection selection, CancellationToken cancel)
    {
        var day = TenureDays.Day((string)selection.Arguments["asOf"]!);
        var found = await reader.AskAsync(
            (graph, token) => graph.Tenures.Where(tenure => tenures.Contains(tenure.Id)).ToListAsync(token), cancel).ConfigureAwait(false);
        return found.ToDictionary(tenure => tenure.Id, tenure => (object?)TenureDays.On(tenure, day));
    }

    /// <summary>The tenure of the same post that began before; null if none is known, or the own beginning is unknown.</summary>
    public static Task<IReadOnlyDictionary<long, object?>> Previous(GraphReader reader, IReadOnlyList<long> tenures, CancellationToken cancel)
        => NeighboursAsync(reader, tenures, -1, cancel);

    /// <summary>The tenure of the same post that began next; null if none is known, or the own beginning is unknown.</summary>
    public static Task<IReadOnlyDictionary<long, object?>> Next(GraphReader reader, IReadOnlyList<long> tenures, CancellationToken cancel)
        => NeighboursAsync(reader, tenures, 1, cancel);

    private static async Task<IReadOnlyDictionary<long, object?>> NeighboursAsync(
        GraphReader reader, IReadOnlyList<long> tenures, int step, CancellationToken cancel)
    {
        var dated = await reader.AskAsync(
            (graph, token) => (from own in graph.Tenures
                               join tenure in graph.Tenures on own.PostId equals tenure.PostId
                               where tenures.Contains(own.Id) && tenure.HiddenSince == null && tenure.From.Text != ""
                               select new { tenure.PostId, tenure.Id, tenure.From.Earliest }).Distinct().ToListAsync(token),
            cancel).ConfigureAwait(false);
        var answers = new Dictionary<long, object?>();
        foreach (var post in dated.GroupBy(tenure => tenure.PostId))
        {
            var ids = post.OrderBy(tenure => tenure.Earliest).ThenBy(tenure => tenure.Id).Select(tenure => tenure.Id).ToList();
            foreach (var own in tenures)
            {
                var at = ids.IndexOf(own);
                if (at >= 0 && at + step >= 0 && at + step < ids.Count) answers[own] = new NodeKey(NodeKind.Tenure, ids[at + step]);
            }
        }

        return answers;
    }
}
