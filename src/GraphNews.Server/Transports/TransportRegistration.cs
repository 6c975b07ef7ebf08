using GraphNews.Server.Operations;

namespace GraphNews.Server.Transports;

/// <summary>Offers the transports.</summary>
internal static class TransportRegistration
{
    public static IServiceCollection AddGraphQLOverHttp(this IServiceCollection services)
        => services.AddSingleton<DocumentReader>().AddSingleton<OperationPipeline>().AddSingleton<GraphQLOverHttp>();

    /// <summary>Answers operations at a path, and <c>?sdl</c> with the schema as text.</summary>
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, string path)
    {
        var transport = endpoints.ServiceProvider.GetRequiredService<GraphQLOverHttp>();
        endpoints.Map(path, transport.HandleAsync).WithName("GraphQL").WithDisplayName("GraphQL over HTTP");
    }
}
