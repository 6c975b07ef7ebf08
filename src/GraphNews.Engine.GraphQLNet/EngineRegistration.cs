using GraphNews.Graph.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Engine;

/// <summary>Offers the engine to the server. Each engine's project has a method of this name.</summary>
public static class EngineRegistration
{
    /// <summary>Validates operations with GraphQL.NET.</summary>
    public static IServiceCollection AddGraphEngine(this IServiceCollection services)
        => services.AddSingleton<DocumentCache>().AddSingleton<GoodOperations>().AddSingleton<IGraphEngine, GraphQLNetEngine>();
}
