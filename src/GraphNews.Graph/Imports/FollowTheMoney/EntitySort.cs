namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>What an entity becomes here, by its schema.</summary>
internal enum EntitySort
{
    /// <summary>Nothing: no record has room for it.</summary>
    Unread,

    /// <summary>An official.</summary>
    Person,

    /// <summary>An agency.</summary>
    Body,

    /// <summary>A post.</summary>
    Position,

    /// <summary>A meeting.</summary>
    Event,

    /// <summary>An article or document.</summary>
    Document,

    /// <summary>A place.</summary>
    Address,

    /// <summary>A tenure.</summary>
    Occupancy,

    /// <summary>That somebody has a role in a body, or that one is part of another.</summary>
    Membership,

    /// <summary>That one agency followed another.</summary>
    Succession,

    /// <summary>A key of its holder.</summary>
    Identification,
}

/// <summary>The schemata that are read. Source: followthemoney.tech, the model of version 4.</summary>
internal static class EntitySorts
{
    /// <summary>What people do not have: an entity with one of these was set up, whatever its schema leaves open.</summary>
    private static readonly string[] OfBodies = ["legalForm", "incorporationDate", "dissolutionDate", "leiCode", "swiftBic", "parent"];

    /// <summary>What an entity becomes.</summary>
    public static EntitySort Of(SourceEntity entity) => entity.Schema switch
    {
        "Person" => EntitySort.Person,
        "PublicBody" or "Organization" or "Company" => EntitySort.Body,
        "LegalEntity" when OfBodies.Any(entity.Has) => EntitySort.Body,
        "Position" => EntitySort.Position,
        "Event" => EntitySort.Event,
        "Article" or "Document" or "HyperText" or "PlainText" or "Pages" or "Email" or "Message" => EntitySort.Document,
        "Address" => EntitySort.Address,
        "Occupancy" => EntitySort.Occupancy,
        "Membership" or "Employment" or "Directorship" => EntitySort.Membership,
        "Succession" => EntitySort.Succession,
        "Identification" => EntitySort.Identification,
        _ => EntitySort.Unread,
    };

    /// <summary>The properties of a membership's sorts that say who has the role, and where, and the role where none is given.</summary>
    public static (string Member, string Body, string Role) EndsOf(string schema) => schema switch
    {
        "Employment" => ("employee", "employer", "Employee"),
        "Directorship" => ("director", "organization", "Director"),
        _ => ("member", "organization", "Member"),
    };
}
