using GraphNews.Graph.Dates;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Timelines;

/// <summary>Something that happened, or is to happen, with its date.</summary>
internal sealed class TimelineItem
{
    /// <summary>What happened.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>When; never unknown.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>Whether it surely lies in the time that is asked for.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The meeting, tenure, agreement, agency or succession.</summary>
    public required NodeKey Node { get; init; }
}

/// <summary>What happened.</summary>
internal enum TimelineKind
{
    /// <summary>A meeting began.</summary>
    Meeting,

    /// <summary>A tenure began.</summary>
    TenureBegan,

    /// <summary>A citation or meeting shows somebody in a post.</summary>
    TenureAttested,

    /// <summary>A tenure ended.</summary>
    TenureEnded,

    /// <summary>An agreement was first considered.</summary>
    AgreementConsidered,

    /// <summary>An agreement was announced.</summary>
    AgreementAnnounced,

    /// <summary>An agreement was signed.</summary>
    AgreementSigned,

    /// <summary>An agreement entered into force.</summary>
    AgreementInForce,

    /// <summary>An agreement ended.</summary>
    AgreementEnded,

    /// <summary>The agency was founded.</summary>
    AgencyFounded,

    /// <summary>One agency followed another.</summary>
    AgencySucceeded,

    /// <summary>The agency was dissolved.</summary>
    AgencyDissolved,
}
