namespace GraphNews.Server.SavedOperations;

/// <summary>Offers the documents that clients name instead of sending them.</summary>
internal static class SavedOperationsRegistration
{
    public static IServiceCollection AddSavedOperations(this IServiceCollection services)
        => services.AddSingleton<TrustedDocuments>().AddSingleton<AutomaticDocuments>().AddSingleton<DocumentLookup>();
}
