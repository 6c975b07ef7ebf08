using GraphNews.Engine;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Subscriptions;
using GraphNews.Graph.Walk;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Benchmarks;

/// <summary>The engine over a graph in this process, without a server.</summary>
internal sealed class EngineOfGraph : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public EngineOfGraph(IGraphStorage storage)
        => _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(storage)
            .AddSingleton(Schema)
            .AddSingleton(new WalkOptions())
            .AddSingleton(new DocumentLimits())
            .AddSingleton(new SearchOptions())
            .AddSingleton(new ChangeSignal())
            .AddSingleton(new ChangeOptions())
            .AddSingleton<ChangeFollower>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<GraphSearch>()
            .AddSingleton<GraphWriter>()
            .AddSingleton<GraphOperations>()
            .AddSingleton<ChangeFeed>()
            .AddSingleton<GraphSubscriptions>()
            .AddGraphEngine()
            .BuildServiceProvider();

    /// <summary>The schema that the server serves.</summary>
    public static SchemaBinding Schema { get; } = SchemaBinding.Bind(SchemaDocument.Merge(SchemaSource.ReadFolder(Path.Combine(AppContext.BaseDirectory, "schema"))));

    public IGraphEngine Engine => _services.GetRequiredService<IGraphEngine>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
