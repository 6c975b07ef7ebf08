using GraphNews.Graph.Changes;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Places;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Bundles;

/// <summary>The graph that an empty database begins with: two stories, so that there is something to ask about.</summary>
/// <param name="path">The bundle's file; null for the one that comes with the program.</param>
public sealed class SampleGraph(string? path = null)
{
    /// <summary>Who loads the sample, as the change log has it.</summary>
    public const string Actor = "sample";

    /// <summary>The sample's file, as it lies beside the program.</summary>
    public static string DefaultPath { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "samples", "madrid-2025", "graph.jsonl");

    /// <summary>The bundle's file.</summary>
    public string Path { get; } = path ?? DefaultPath;

    /// <summary>
    /// Loads the sample into a graph that holds nothing but the countries; leaves any other as it is. Servers that start
    /// together load it once: the second finds that the graph has it.
    /// </summary>
    /// <param name="writer">Writes the graph.</param>
    /// <param name="cancel">Cancels reading and writing.</param>
    /// <returns>The version that it made; the version that stands if the graph was not empty.</returns>
    /// <exception cref="BundleException">The file is absent or wrong; nothing of it was written.</exception>
    public async Task<long> LoadAsync(GraphWriter writer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var graph = writer.Storage.CreateContext();
        await using (graph.ConfigureAwait(false))
        {
            if (!await ReferenceData.IsAloneAsync(graph, cancel).ConfigureAwait(false))
                return (await graph.GraphStates.SingleAsync(cancel).ConfigureAwait(false)).Version;
        }

        var bundle = await BundleSource.OpenAsync(Path, Actor, Actor, cancel).ConfigureAwait(false);
        return (await new Importer(writer).RunAsync(bundle, new ImportOptions { IsStrict = true }, cancel).ConfigureAwait(false)).Version;
    }
}
