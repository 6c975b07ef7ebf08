using System.Text.Json.Nodes;

namespace GraphNews.Server.LinkedData.JsonLd;

/// <summary>What kinds of entities are called by schema.org.</summary>
internal static class SchemaTypes
{
    /// <summary>The type, or types, of an entity.</summary>
    public static JsonNode Of(AnswerValue entity) => entity["__typename"].Text switch
    {
        "Agency" => OfAgency(entity["agencyKind"].Text),
        "SourceArticle" => OfArticle(entity["articleKind"].Text),
        "Topic" => new JsonArray("DefinedTerm", "skos:Concept"),
        "Post" => new JsonArray("Occupation", "org:Post"),
        var kind => OfKind(kind!),
    };

    /// <summary>The type of a kind of which no more is known.</summary>
    public static string OfKind(string kind) => kind switch
    {
        "Official" => "Person",
        "Agency" or "Publisher" => "Organization",
        "Post" => "Occupation",
        "Meeting" or "Occasion" => "Event",
        "Topic" => "DefinedTerm",
        "Place" or "Country" => kind,
        _ => "CreativeWork",
    };

    /// <summary>The type of an agency.</summary>
    public static string OfAgency(string? kind) => kind switch
    {
        "COMPANY" => "Corporation",
        "POLITICAL_PARTY" => "PoliticalParty",
        "MEDIA" => "NewsMediaOrganization",
        "ACADEMIC" => "EducationalOrganization",
        "ASSOCIATION" or "INTERNATIONAL_ORGANIZATION" or "OTHER" or "UNKNOWN" or null => "Organization",
        _ => "GovernmentOrganization",
    };

    /// <summary>The type of a source.</summary>
    public static string OfArticle(string? kind) => kind switch
    {
        "ARTICLE" => "NewsArticle",
        "DATASET" => "Dataset",
        _ => "DigitalDocument",
    };
}
