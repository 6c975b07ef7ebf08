namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>What is noticed of entities that were imported, but not all of them. <c>docs/formats.md</c> lists these; a test compares.</summary>
internal static class EntityCodes
{
    /// <summary>No record has room for entities of this schema.</summary>
    public const string UnreadSchema = "UNREAD_SCHEMA";

    /// <summary>No record has room for a property.</summary>
    public const string UnreadProperty = "UNREAD_PROPERTY";

    /// <summary>What leads from one entity to another lacks an end, or a key its holder, and says nothing so.</summary>
    public const string MissingProperty = "MISSING_PROPERTY";

    /// <summary>A value has more values than there is room for.</summary>
    public const string FurtherValue = "FURTHER_VALUE";

    /// <summary>A value is none of its type.</summary>
    public const string UnreadableValue = "UNREADABLE_VALUE";

    /// <summary>A reference leads to nothing that can stand there.</summary>
    public const string UnknownEntity = "UNKNOWN_ENTITY";
}
