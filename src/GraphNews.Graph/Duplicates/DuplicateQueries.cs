using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Duplicates;

/// <summary>Who and what may be in the graph twice.</summary>
[Extends("Query")]
internal static class DuplicateQueries
{
    private static readonly Type[] _place = [typeof(double), typeof(long), typeof(long)];

    /// <summary>Pairs for somebody to judge, the likeliest first.</summary>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c> or <c>INVALID_CURSOR</c>.</exception>
    public static async Task<PlainPage> DuplicateCandidates(GraphReader reader, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var kind = EnumNames.Parse<NodeKind>((string)selection.Arguments["kind"]!);
        var request = PlainRequest.Of(ListRequest.MarkOf($"Query.duplicateCandidates {EnumNames.Of(kind)}", null, []), selection.Arguments, _place, options);
        var candidates = await reader.AskAsync((graph, token) => new DuplicateSearch(graph, kind).FindAsync(token), cancel).ConfigureAwait(false);
        return request.Cut(candidates, (candidate, place) => Order(Place(candidate)).CompareTo(Order(place)) > 0).Show(candidate => candidate, Place, request);
    }

    private static object[] Place(DuplicateCandidate candidate) => [candidate.Score, candidate.Left.Id, candidate.Right.Id];

    private static (double, long, long) Order(IReadOnlyList<object> place) => (-(double)place[0], (long)place[1], (long)place[2]);
}
