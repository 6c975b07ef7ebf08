using System.Net.Mime;
using GraphNews.Graph.Execution;

namespace GraphNews.Server.Transports;

/// <summary>Offers the transports.</summary>
internal static class TransportRegistration
{
    public static IServiceCollection AddGraphQLOverHttp(this IServiceCollection services)
        => services.AddSingleton<GraphQLOverHttp>();

    /// <summary>Answers operations at a path, and <c>?sdl</c> with the schema as text.</summary>
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, string path)
    {
        var transport = endpoints.ServiceProvider.GetRequiredService<GraphQLOverHttp>();
        var engine = endpoints.ServiceProvider.GetRequiredService<IGraphEngine>();
        endpoints.Map(path, context => HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey("sdl")
            ? Results.Text(engine.Sdl, MediaTypeNames.Text.Plain, System.Text.Encoding.UTF8).ExecuteAsync(context)
            : transport.HandleAsync(context)).WithName("GraphQL").WithDisplayName("GraphQL over HTTP");
    }
}
