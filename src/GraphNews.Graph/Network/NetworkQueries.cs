using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Who met whom around somebody.</summary>
[Extends("Query")]
internal static class NetworkQueries
{
    private const int Deepest = 3;

    /// <summary>The counterparts of an official or agency, theirs, and the ties among all of these.</summary>
    /// <exception cref="GraphException"><c>INVALID_ID</c>: the id is of neither; <c>BAD_ARGUMENTS</c>: a number is out of range.</exception>
    public static async Task<Network?> Network(GraphReader reader, Selection selection, CancellationToken cancel)
    {
        var arguments = selection.Arguments;
        var depth = NetworkArguments.Number(arguments, "depth", 1, 1, Deepest);
        var least = NetworkArguments.Number(arguments, "minWeight", 1, 1, int.MaxValue);
        var where = await FilterNode.OnMeetingsAsync(reader, selection, cancel).ConfigureAwait(false);
        if (await StandingNodes.OfAsync(reader, arguments, ["around"], cancel).ConfigureAwait(false) is not [{ } middle]) return null;

        var ties = new NetworkTies(reader, where, least);
        var found = await NetworkSearch.FindAsync(ties, middle, depth, cancel).ConfigureAwait(false);
        var dated = AsksForDates(reader, selection) ? await ties.DateAsync(found.Ties, cancel).ConfigureAwait(false) : null;
        return found.Show(dated);
    }

    private static bool AsksForDates(GraphReader reader, Selection selection)
        => selection.Children!.For(reader.Binding.Objects[nameof(Network)])
            .Where(part => part.Field.Name == "edges")
            .SelectMany(edges => edges.Children!.For(reader.Binding.Objects[nameof(NetworkTie)]))
            .Any(part => part.Field.Name is "first" or "last");
}
