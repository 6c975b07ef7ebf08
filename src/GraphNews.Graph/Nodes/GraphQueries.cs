using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Nodes;

/// <summary>The graph as a whole.</summary>
[Extends("Query")]
internal static class GraphQueries
{
    /// <summary>Version and counts; the counts are read only if they are selected.</summary>
    public static async Task<GraphInfo> Graph(GraphReader reader, Selection selection, CancellationToken cancel)
    {
        var selected = selection.Children!.For(reader.Binding.Objects[nameof(GraphInfo)]);
        var version = await GraphVersion.ReadAsync(reader, cancel).ConfigureAwait(false);
        return selected.Any(field => field.Field.Name == "counts")
            ? new GraphInfo(version, await KindCounts.ReadAsync(reader, cancel).ConfigureAwait(false))
            : new GraphInfo(version, []);
    }
}
