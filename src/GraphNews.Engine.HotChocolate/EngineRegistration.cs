using GraphNews.Graph.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Engine;

/// <summary>Offers the engine to the server. Each engine's project has a method of this name.</summary>
public static class EngineRegistration
{
    /// <summary>Executes operations with Hot Chocolate.</summary>
    public static IServiceCollection AddGraphEngine(this IServiceCollection services)
        => services.AddSingleton<IGraphEngine, HotChocolateEngine>();
}
