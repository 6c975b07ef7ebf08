using GraphNews.Graph.Changes;

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

    /// <summary>Loads the sample. Ask <c>ReferenceData.IsAloneAsync</c> first: it is for a graph that holds nothing else.</summary>
    /// <param name="writer">Writes the graph.</param>
    /// <param name="cancel">Cancels reading and writing.</param>
    /// <returns>The version that it made.</returns>
    /// <exception cref="BundleException">The file is absent or wrong; nothing of it was written.</exception>
    public Task<long> LoadAsync(GraphWriter writer, CancellationToken cancel)
        => BundleLoader.LoadAsync(Path, writer, new ChangeOrigin(Actor, "The sample that comes with GraphNews"), cancel);
}
