using GraphNews.Graph.Agencies;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Topics;

namespace GraphNews.Graph.Agreements;

/// <summary>What was agreed, and how far it has come. Title and summary are texts in several languages.</summary>
public sealed class Agreement : Entity
{
    /// <summary>What sort of agreement.</summary>
    public AgreementKind Kind { get; set; } = AgreementKind.Unknown;

    /// <summary>How far it has come.</summary>
    public AgreementStatus Status { get; set; } = AgreementStatus.Unknown;

    /// <summary>When it was first considered.</summary>
    public PartialDate Considered { get; set; } = PartialDate.Unknown;

    /// <summary>When it was announced.</summary>
    public PartialDate Announced { get; set; } = PartialDate.Unknown;

    /// <summary>When it was signed.</summary>
    public PartialDate Signed { get; set; } = PartialDate.Unknown;

    /// <summary>When it entered into force.</summary>
    public PartialDate InForce { get; set; } = PartialDate.Unknown;

    /// <summary>When it ended.</summary>
    public PartialDate Ended { get; set; } = PartialDate.Unknown;

    /// <summary>The meeting at which it was made; null if unknown.</summary>
    public long? MeetingId { get; set; }

    /// <inheritdoc cref="MeetingId"/>
    public Meeting? Meeting { get; set; }
}

/// <summary>What sort of agreement.</summary>
public enum AgreementKind
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>A treaty or convention.</summary>
    Treaty,

    /// <summary>A memorandum of understanding.</summary>
    Memorandum,

    /// <summary>A joint declaration.</summary>
    JointDeclaration,

    /// <summary>A commitment to do something.</summary>
    Commitment,

    /// <summary>An understanding without a document.</summary>
    Understanding,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How far an agreement has come.</summary>
public enum AgreementStatus
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>It is only being considered.</summary>
    Considered,

    /// <summary>It was announced.</summary>
    Announced,

    /// <summary>It was signed.</summary>
    Signed,

    /// <summary>It is in force.</summary>
    InForce,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>Who is bound by an agreement: an agency or a country.</summary>
public sealed class AgreementParty : Fact
{
    /// <summary>The agreement.</summary>
    public long AgreementId { get; set; }

    /// <inheritdoc cref="AgreementId"/>
    public Agreement Agreement { get; set; } = null!;

    /// <summary>The agency that is bound; null where a country is.</summary>
    public long? AgencyId { get; set; }

    /// <inheritdoc cref="AgencyId"/>
    public Agency? Agency { get; set; }

    /// <summary>The country that is bound; null where an agency is.</summary>
    public long? CountryId { get; set; }

    /// <inheritdoc cref="CountryId"/>
    public Country? Country { get; set; }

    /// <summary>Who signed for the party; null if unknown or unsigned.</summary>
    public long? SignatoryId { get; set; }

    /// <inheritdoc cref="SignatoryId"/>
    public Official? Signatory { get; set; }
}

/// <summary>An agreement is about a topic.</summary>
public sealed class AgreementTopic : GraphRow
{
    /// <summary>The agreement.</summary>
    public long AgreementId { get; set; }

    /// <inheritdoc cref="AgreementId"/>
    public Agreement Agreement { get; set; } = null!;

    /// <summary>The topic.</summary>
    public long TopicId { get; set; }

    /// <inheritdoc cref="TopicId"/>
    public Topic Topic { get; set; } = null!;
}

/// <summary>An agreement is made for an occasion.</summary>
public sealed class AgreementOccasion : GraphRow
{
    /// <summary>The agreement.</summary>
    public long AgreementId { get; set; }

    /// <inheritdoc cref="AgreementId"/>
    public Agreement Agreement { get; set; } = null!;

    /// <summary>The occasion.</summary>
    public long OccasionId { get; set; }

    /// <inheritdoc cref="OccasionId"/>
    public Occasion Occasion { get; set; } = null!;
}
