using GraphNews.Server.Caching;
using GraphNews.Server.Operations;
using GraphNews.Server.Transports.Sockets;
using GraphNews.Server.Transports.Streams;
using GraphNews.Server.Transports.Tables;

namespace GraphNews.Server.Transports;

/// <summary>Offers the transports: HTTP, and for streams WebSocket and server-sent events.</summary>
internal static class TransportRegistration
{
    public static IServiceCollection AddGraphQLOverHttp(this IServiceCollection services)
        => services
            .AddSingleton<DocumentReader>().AddSingleton<AnswerCache>().AddSingleton<OperationPipeline>()
            .AddSingleton<AnswerForms>().AddSingleton<CacheHeaders>().AddSingleton<RequestFaults>()
            .AddSingleton<GraphQLAsCsv>().AddSingleton<GraphQLOverHttp>();

    public static IServiceCollection AddGraphQLStreams(this IServiceCollection services)
        => services
            .AddSingleton<SharedSubscriptions>().AddSingleton<StreamedOperations>().AddSingleton<OpenConnections>()
            .AddSingleton<GraphQLOverSse>().AddSingleton<GraphQLOverWebSocket>();

    /// <summary>Answers operations at a path, by whichever protocol they come, and <c>?sdl</c> with the schema as text.</summary>
    public static void MapGraphQL(this WebApplication app, string path)
    {
        app.UseWebSockets();
        var transport = app.Services.GetRequiredService<GraphQLOverHttp>();
        app.Map(path, transport.HandleAsync).WithName("GraphQL").WithDisplayName("GraphQL");
    }
}
