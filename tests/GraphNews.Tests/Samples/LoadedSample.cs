using GraphNews.Graph;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Places;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Samples;

/// <summary>A graph with the countries and the sample, as a server's first start leaves it; loaded once for a class of tests.</summary>
public sealed class LoadedSample : IAsyncLifetime
{
    public TestGraph Graph { get; private set; } = null!;

    public GraphDbContext Context { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Graph = await TestGraph.CreateAsync();
        await ReferenceData.EnsureAsync(Graph.Writer, default);
        await new SampleGraph(Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl")).LoadAsync(Graph.Writer, default);
        Context = Graph.Storage.CreateContext();
    }

    public async Task DisposeAsync()
    {
        await Context.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
