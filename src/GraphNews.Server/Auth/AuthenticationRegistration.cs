using GraphNews.Server.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace GraphNews.Server.Auth;

/// <summary>Offers what knows callers: by their API keys, and by the tokens of an issuer where one is configured.</summary>
internal static class AuthenticationRegistration
{
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<KeyUses>().AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        services.AddSingleton<CallerAuthentication>();

        // With two schemes none is the default, so that nobody but the transports asks who calls.
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(CallerAuthentication.KeyScheme, null)
            .AddJwtBearer(CallerAuthentication.TokenScheme, _ => { });
        services.AddOptions<JwtBearerOptions>(CallerAuthentication.TokenScheme).Configure<AuthenticationSettings>((options, settings) =>
        {
            if (settings.Authority.Length > 0) TokenValidation.Configure(options, settings);
        });
        return services;
    }
}
