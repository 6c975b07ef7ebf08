using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Exports.Tables;

/// <summary>
/// A table: its file and its columns. A column is named as the field of the schema; <c>name</c> is the best name, a text is the one in
/// the best language, what several are pointed at has a space between. The order does not change from release to release; new columns come last.
/// </summary>
internal sealed record TableColumns(string File, IReadOnlyList<string> Columns)
{
    /// <summary>The names of all entities.</summary>
    public static TableColumns Names { get; } = new("names.csv", ["id", "subject", "value", "language", "script", "kind", "validFrom", "validUntil", "statedBy"]);

    /// <summary>Texts in all languages.</summary>
    public static TableColumns Texts { get; } = new("texts.csv", ["subject", "field", "language", "value"]);

    /// <summary>Keys in other schemes.</summary>
    public static TableColumns Identifiers { get; } = new("identifiers.csv", ["subject", "scheme", "value"]);

    /// <summary>What sources say: of a node, by its id and, where it is an entity, its slug.</summary>
    public static TableColumns Citations { get; } = new(
        "citations.csv", ["id", "subjectId", "subject", "article", "quote", "start", "end", "locator", "field", "value", "confidence", "assertedBy"]);

    /// <summary>A table for each kind.</summary>
    public static IReadOnlyDictionary<NodeKind, TableColumns> ByKind { get; } = new Dictionary<NodeKind, TableColumns>
    {
        [NodeKind.Official] = new("officials.csv", ["id", "slug", "name", "birthDate", "deathDate", "country", "description"]),
        [NodeKind.Agency] = new("agencies.csv", ["id", "slug", "name", "kind", "country", "parent", "founded", "dissolved", "description"]),
        [NodeKind.Post] = new("posts.csv", ["id", "slug", "name", "agency", "rank"]),
        [NodeKind.Meeting] = new(
            "meetings.csv", ["id", "slug", "title", "kind", "status", "starts", "ends", "place", "host", "parent", "topics", "occasions", "summary"]),
        [NodeKind.Agreement] = new(
            "agreements.csv",
            ["id", "slug", "title", "kind", "status", "considered", "announced", "signed", "inForce", "ended", "meeting", "topics", "occasions", "summary"]),
        [NodeKind.Topic] = new("topics.csv", ["id", "slug", "name", "broader"]),
        [NodeKind.Occasion] = new("occasions.csv", ["id", "slug", "name", "starts", "ends", "places"]),
        [NodeKind.Place] = new("places.csv", ["id", "slug", "name", "country", "parent", "latitude", "longitude"]),
        [NodeKind.SourceArticle] = new("articles.csv", ["id", "slug", "title", "kind", "url", "language", "publisher", "published", "retrieved", "text"]),
        [NodeKind.Publisher] = new("publishers.csv", ["id", "slug", "name", "site", "country"]),
        [NodeKind.Tenure] = new("tenures.csv", ["id", "official", "post", "from", "until", "status", "attestedFirst", "attestedLast", "statedBy"]),
        [NodeKind.Participation] = new(
            "participations.csv", ["id", "meeting", "official", "agency", "onBehalfOf", "role", "nameAsWritten", "titleAsWritten", "posts", "tenures", "statedBy"]),
        [NodeKind.AgreementParty] = new("agreement-parties.csv", ["id", "agreement", "agency", "country", "signatory", "statedBy"]),
        [NodeKind.AgencySuccession] = new("agency-successions.csv", ["id", "predecessor", "successor", "kind", "date", "statedBy"]),
    };
}
