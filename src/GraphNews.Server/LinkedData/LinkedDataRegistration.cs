using GraphNews.Server.LinkedData.Pages;

namespace GraphNews.Server.LinkedData;

/// <summary>Offers entities by their addresses.</summary>
internal static class LinkedDataRegistration
{
    public static IServiceCollection AddLinkedData(this IServiceCollection services)
        => services.AddSingleton<EntityQuestion>().AddSingleton<EntityPage>().AddSingleton<EntityEndpoint>();

    /// <summary>Shows entities at their addresses.</summary>
    public static void MapLinkedData(this WebApplication app)
    {
        var entities = app.Services.GetRequiredService<EntityEndpoint>();
        app.Map($"{EntityAddress.Segment}/{{slug}}", entities.HandleAsync).WithName("Entity").WithDisplayName("Entity");
    }
}
