using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Agencies;

/// <summary>One agency followed another. W3C ORG: ChangeEvent.</summary>
public sealed class AgencySuccession : Fact
{
    /// <summary>The agency that was before.</summary>
    public long PredecessorId { get; set; }

    /// <inheritdoc cref="PredecessorId"/>
    public Agency Predecessor { get; set; } = null!;

    /// <summary>The agency that came after.</summary>
    public long SuccessorId { get; set; }

    /// <inheritdoc cref="SuccessorId"/>
    public Agency Successor { get; set; } = null!;

    /// <summary>How.</summary>
    public SuccessionKind Kind { get; set; } = SuccessionKind.Unknown;

    /// <summary>When.</summary>
    public PartialDate Date { get; set; } = PartialDate.Unknown;
}

/// <summary>How one agency followed another.</summary>
public enum SuccessionKind
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>Several became one.</summary>
    Merger,

    /// <summary>One became several.</summary>
    Demerger,

    /// <summary>It only changed its name.</summary>
    Rename,

    /// <summary>Some functions moved; both may go on.</summary>
    Transfer,

    /// <summary>Anything else.</summary>
    Other,
}
