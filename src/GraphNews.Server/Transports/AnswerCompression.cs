using GraphNews.Server.Settings;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace GraphNews.Server.Transports;

/// <summary>
/// Compresses answers with Brotli or gzip for clients that take it, by TLS as well. The attack on that, BREACH, reads a
/// secret from the sizes of answers that hold it beside text of the attacker's, which the victim's browser asks for with
/// its rights. Here browsers send no rights by themselves, there being no cookies, and no answer holds a secret.
/// </summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options, CompressionSettings settings)
    : ResponseCompressionProvider(services, options)
{
    /// <summary>Whether an answer is of a kind that shrinks, and long enough for that to matter.</summary>
    public override bool ShouldCompressResponse(HttpContext context)
        => (context.Response.ContentLength is not { } length || length >= settings.FromBytes) && base.ShouldCompressResponse(context);
}

/// <summary>Puts compression between the gate and what answers.</summary>
internal static class AnswerCompressionRegistration
{
    public static IServiceCollection AddAnswerCompression(this IServiceCollection services)
        => services
            .AddResponseCompression(options =>
            {
                options.EnableForHttps = true;
                options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/ld+json", "text/csv"];
            })
            .AddSingleton<IResponseCompressionProvider, AnswerCompression>();

    public static void UseAnswerCompression(this WebApplication app)
    {
        if (app.Services.GetRequiredService<CompressionSettings>().Enabled) app.UseResponseCompression();
    }
}
