namespace GraphNews.Graph.Nodes;

/// <summary>
/// What a node is. The member's name is the GraphQL type's name, part of every opaque id, and, in upper case with
/// underscores, the value stored and shown.
/// </summary>
public enum NodeKind
{
    /// <summary>A person who holds or held public office, or who met one.</summary>
    Official,

    /// <summary>An institution.</summary>
    Agency,

    /// <summary>A seat at an agency.</summary>
    Post,

    /// <summary>Officials or agencies met.</summary>
    Meeting,

    /// <summary>What was agreed.</summary>
    Agreement,

    /// <summary>What something is about.</summary>
    Topic,

    /// <summary>A public event that is talked about.</summary>
    Occasion,

    /// <summary>A city, region, building: where something happened.</summary>
    Place,

    /// <summary>A country of ISO 3166-1.</summary>
    Country,

    /// <summary>An article, data set or document that facts are from.</summary>
    SourceArticle,

    /// <summary>Who published an article.</summary>
    Publisher,

    /// <summary>An official holds a post.</summary>
    Tenure,

    /// <summary>Someone took part in a meeting.</summary>
    Participation,

    /// <summary>Someone is bound by an agreement.</summary>
    AgreementParty,

    /// <summary>What someone or something is called.</summary>
    Name,

    /// <summary>One agency followed another.</summary>
    AgencySuccession,

    /// <summary>What a source says of a fact.</summary>
    Citation,

    /// <summary>What somebody judged of two nodes: the same, different, unsure.</summary>
    Judgement,
}
