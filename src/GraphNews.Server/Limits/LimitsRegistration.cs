namespace GraphNews.Server.Limits;

/// <summary>Offers the limits that look beyond one request.</summary>
internal static class LimitsRegistration
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
        => services.AddHttpContextAccessor().AddSingleton<RateLimit>().AddSingleton<OperationSlots>();
}
