namespace GraphNews.Server.SavedOperations;

/// <summary>Offers the documents that clients name instead of sending them.</summary>
internal static class SavedOperationsRegistration
{
    public static IServiceCollection AddSavedOperations(this IServiceCollection services)
        => services
            .AddSingleton<TrustedDocuments>().AddSingleton<AutomaticDocuments>().AddSingleton<DocumentLookup>()
            .AddSingleton<PublishedOperations>().AddSingleton<PublishedOperationsEndpoint>();

    /// <summary>Publishes the trusted documents at a path.</summary>
    public static void MapPublishedOperations(this WebApplication app, string path)
    {
        var list = app.Services.GetRequiredService<PublishedOperationsEndpoint>();
        app.Map(path, list.HandleAsync).WithName("Operations").WithDisplayName("Saved operations");
    }
}
