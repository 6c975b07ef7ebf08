using System.ComponentModel.DataAnnotations.Schema;

namespace GraphNews.Peer.Model;

/// <summary>What all rows have.</summary>
public abstract class Row
{
    public long Id { get; set; }

    public long? HiddenSince { get; set; }
}

/// <summary>What all rows with an address have.</summary>
public abstract class Entity : Row
{
    public string Slug { get; set; } = "";

    public string SortName { get; set; } = "";
}

public sealed class Official : Entity
{
    public List<Participation> Participations { get; } = [];
}

public sealed class Agency : Entity
{
    public long? CountryId { get; set; }
}

public sealed class Post : Entity
{
    public long? AgencyId { get; set; }
}

public sealed class Tenure : Row
{
    public long OfficialId { get; set; }

    public long PostId { get; set; }

    public string Status { get; set; } = "";

    public DateOnly? AttestedFirst { get; set; }

    public DateOnly? AttestedLast { get; set; }

    [Column("From_Text")]
    public string FromText { get; set; } = "";

    [Column("From_Earliest")]
    public DateOnly FromEarliest { get; set; }
}

public sealed class Meeting : Entity
{
    public string Kind { get; set; } = "";

    public string Status { get; set; } = "";

    public long? PlaceId { get; set; }

    public long? ParentId { get; set; }

    [Column("Starts_Text")]
    public string StartsText { get; set; } = "";

    [Column("Starts_Earliest")]
    public DateOnly StartsEarliest { get; set; }

    [Column("Starts_Latest")]
    public DateOnly StartsLatest { get; set; }

    [Column("Ends_Text")]
    public string EndsText { get; set; } = "";

    public List<Participation> Participations { get; } = [];
}

public sealed class Participation : Row
{
    public long MeetingId { get; set; }

    public Meeting Meeting { get; set; } = null!;

    public long? OfficialId { get; set; }

    public Official? Official { get; set; }

    public long? AgencyId { get; set; }

    public string Role { get; set; } = "";

    public string? TitleAsWritten { get; set; }
}

public sealed class Capacity : Row
{
    public long ParticipationId { get; set; }

    public long PostId { get; set; }

    public long? TenureId { get; set; }
}

public sealed class Place : Entity
{
    public long? CountryId { get; set; }
}

public sealed class Country : Entity
{
    public string Code { get; set; } = "";
}

public sealed class Topic : Entity;

public sealed class MeetingTopic : Row
{
    public long MeetingId { get; set; }

    public long TopicId { get; set; }

    public Topic Topic { get; set; } = null!;
}

public sealed class Occasion : Entity;

public sealed class MeetingOccasion : Row
{
    public long MeetingId { get; set; }

    public long OccasionId { get; set; }

    public Occasion Occasion { get; set; } = null!;
}

public sealed class Agreement : Entity
{
    public string Kind { get; set; } = "";

    public string Status { get; set; } = "";

    public long? MeetingId { get; set; }
}

public sealed class AgreementParty : Row
{
    public long AgreementId { get; set; }

    public long? AgencyId { get; set; }

    public long? CountryId { get; set; }
}

public sealed class Citation : Row
{
    public long SubjectId { get; set; }

    public long ArticleId { get; set; }

    public string? Quote { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }

    public string? Field { get; set; }
}

public sealed class SourceArticle : Entity
{
    public string Title { get; set; } = "";

    public string? Url { get; set; }

    public string? Language { get; set; }

    public long? PublisherId { get; set; }

    [Column("Published_Text")]
    public string PublishedText { get; set; } = "";
}

public sealed class Publisher : Entity;

public sealed class Name : Row
{
    public long SubjectId { get; set; }

    public string Value { get; set; } = "";

    public string Language { get; set; } = "";

    public string Kind { get; set; } = "";
}

public sealed class Text : Row
{
    public long SubjectId { get; set; }

    public string Field { get; set; } = "";

    public string Language { get; set; } = "";

    public string Value { get; set; } = "";
}
