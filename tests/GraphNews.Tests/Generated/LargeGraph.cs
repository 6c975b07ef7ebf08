using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Generated;

/// <summary>A graph of 100,000 participations, made once for a class of tests.</summary>
public sealed class LargeGraph : IAsyncLifetime
{
    public TestGraph Graph { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 100_000, meetingsOfTheOfficial: 50).WriteToAsync(Graph.Storage);
    }

    public async Task DisposeAsync() => await Graph.DisposeAsync();
}
