using GraphNews.Graph.Binding;
using GraphNews.Graph.Search;
using GraphNews.Graph.Subscriptions;
using GraphNews.Graph.Walk;

namespace GraphNews.Server.Starting;

/// <summary>Reads the schema's files, binds the code to them, and offers what answers: operations, their search, and what is followed.</summary>
internal static class SchemaRegistration
{
    /// <summary>Where the schema is shipped: beside the server.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "schema");

    public static IServiceCollection AddSchema(this IServiceCollection services)
        => services
            .AddSingleton(_ => SchemaBinding.Bind(SchemaDocument.Merge(SchemaSource.ReadFolder(Folder))))
            .AddSingleton<GraphSearch>()
            .AddSingleton<GraphOperations>()
            .AddSingleton<ChangeFeed>()
            .AddSingleton<GraphSubscriptions>();
}
