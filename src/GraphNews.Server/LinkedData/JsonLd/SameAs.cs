namespace GraphNews.Server.LinkedData.JsonLd;

/// <summary>The address of the same thing elsewhere, where the scheme of an identifier is one whose addresses are known.</summary>
internal static class SameAs
{
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["wikidata"] = "http://www.wikidata.org/entity/",
        ["viaf"] = "http://viaf.org/viaf/",
        ["isni"] = "https://isni.org/isni/",
        ["orcid"] = "https://orcid.org/",
        ["ror"] = "https://ror.org/",
        ["geonames"] = "https://sws.geonames.org/",
        ["opensanctions"] = "https://www.opensanctions.org/entities/",
    };

    /// <summary>The address; null if none is known. An identifier that is an address is its own.</summary>
    public static string? Of(string scheme, string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address.AbsoluteUri;
        return Addresses.TryGetValue(scheme, out var known) ? known + Uri.EscapeDataString(value.Replace(" ", "", StringComparison.Ordinal)) : null;
    }
}
