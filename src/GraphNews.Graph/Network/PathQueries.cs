using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>How two are connected.</summary>
[Extends("Query")]
internal static class PathQueries
{
    /// <summary>The most steps that can be asked for.</summary>
    private const int Longest = 6;

    /// <summary>The shortest chains between two officials or agencies.</summary>
    /// <exception cref="GraphException"><c>INVALID_ID</c>: an id is of neither; <c>BAD_ARGUMENTS</c>: a number is out of range.</exception>
    public static async Task<IReadOnlyList<Path>> Path(GraphReader reader, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var arguments = selection.Arguments;
        var length = NetworkArguments.Number(arguments, "maxLength", 4, 1, Longest);
        var most = NetworkArguments.Number(arguments, "first", options.DefaultPageSize, 1, options.MaxPageSize);
        var through = arguments.GetValueOrDefault("through") is IReadOnlyList<object?> { Count: > 0 } given
            ? given.Cast<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
            : ["MEETING"];
        if (await StandingNodes.OfAsync(reader, arguments, ["from", "to"], cancel).ConfigureAwait(false) is not [{ } start, { } end]) return [];

        var agencies = new[] { start, end }.Where(key => key.Kind == NodeKind.Agency).Select(key => key.Id).ToHashSet();
        var found = await PathSearch.FindAsync(new Incidences(reader, agencies), start, end, through, length, most, cancel).ConfigureAwait(false);
        var citations = await FactCitations.OfAsync(reader, [.. found.SelectMany(path => path.Steps).SelectMany(step => step.Facts)], cancel).ConfigureAwait(false);
        return [.. found.Select(path => new Path
        {
            Steps = [.. path.Steps.Select(step => new PathStep
            {
                From = step.From,
                To = step.To,
                Via = step.Via,
                Citations = [.. step.Facts.Distinct().SelectMany(fact => citations[fact])],
            })],
        })];
    }
}
