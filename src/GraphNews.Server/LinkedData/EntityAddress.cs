using GraphNews.Server.Settings;

namespace GraphNews.Server.LinkedData;

/// <summary>Where entities are to others.</summary>
/// <param name="Root">The server's address, without a slash at the end.</param>
/// <param name="Path">The path of entities on this server, for links of its pages.</param>
internal sealed record EntityAddress(string Root, string Path)
{
    /// <summary>The segment below which entities are.</summary>
    public const string Segment = "/entity";

    /// <summary>Addresses as the settings say, or as the request was sent.</summary>
    public static EntityAddress Of(HttpRequest request, LinkedDataSettings settings)
        => new(settings.Address.Length > 0 ? settings.Address : $"{request.Scheme}://{request.Host}{request.PathBase}", $"{request.PathBase}{Segment}");

    /// <summary>What names an entity, for everybody.</summary>
    public string Of(string slug) => $"{Root}{Segment}/{slug}";

    /// <summary>The link to an entity from a page of this server.</summary>
    public string LinkTo(string slug) => $"{Path}/{slug}";
}
