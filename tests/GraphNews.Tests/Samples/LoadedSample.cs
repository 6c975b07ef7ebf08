using GraphNews.Graph;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Samples;

/// <summary>The sample as a server's first start leaves it, opened once for a class of tests.</summary>
public sealed class LoadedSample : IAsyncLifetime
{
    private TestGraph _graph = null!;

    public GraphDbContext Context { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateWithSampleAsync();
        Context = _graph.Storage.CreateContext();
    }

    public async Task DisposeAsync()
    {
        await Context.DisposeAsync();
        await _graph.DisposeAsync();
    }
}
