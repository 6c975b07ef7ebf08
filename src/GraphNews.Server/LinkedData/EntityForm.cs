using GraphNews.Graph.Errors;
using GraphNews.Server.Transports;

namespace GraphNews.Server.LinkedData;

/// <summary>In which form an entity is shown: as its client likes best, or as the end of the address says.</summary>
/// <param name="Format">The media type.</param>
/// <param name="Slug">The slug in the address.</param>
/// <param name="Ending">What the address ends on; empty where the client is asked.</param>
internal sealed record EntityForm(ResponseFormat Format, string Slug, string Ending)
{
    /// <summary>What shows JSON-LD whatever the client likes, for links.</summary>
    public const string JsonLdEnding = ".jsonld";

    private const string HtmlEnding = ".html";

    /// <summary>What programs get that say nothing comes first. JSON-LD is JSON for those that know no more.</summary>
    private static readonly ResponseFormat[] Offered = [ResponseFormat.JsonLd, ResponseFormat.Html, ResponseFormat.Json];

    /// <exception cref="RequestRefusedException">The client accepts none of the forms.</exception>
    public static EntityForm Of(HttpRequest request, string segment) => segment switch
    {
        _ when segment.EndsWith(JsonLdEnding, StringComparison.Ordinal) => new EntityForm(ResponseFormat.JsonLd, segment[..^JsonLdEnding.Length], JsonLdEnding),
        _ when segment.EndsWith(HtmlEnding, StringComparison.Ordinal) => new EntityForm(ResponseFormat.Html, segment[..^HtmlEnding.Length], HtmlEnding),
        _ => new EntityForm(
            ResponseFormat.Negotiate(request.Headers.Accept, Offered) ?? throw new RequestRefusedException(
                StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable, "Accept names no form in which entities are shown. Accept text/html, application/ld+json or application/json, in UTF-8."),
            segment, ""),
    };
}
