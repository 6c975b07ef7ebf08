using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Duplicates;

/// <summary>Two entities that may be the same, for somebody to judge.</summary>
/// <param name="Left">The one that came first.</param>
/// <param name="Right">The other.</param>
/// <param name="Score">How much speaks for it, 0 to 1: the sum of the reasons' weights, cut off at both ends.</param>
/// <param name="Reasons">What speaks for and against it, the weightiest first.</param>
/// <param name="Judgements">Who looked before and could not tell.</param>
internal sealed record DuplicateCandidate(
    NodeKey Left, NodeKey Right, double Score, IReadOnlyList<DuplicateReason> Reasons, IReadOnlyList<NodeKey> Judgements);

/// <summary>Something that speaks for or against two entities being the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Weight">How much it counts; below zero if it speaks against.</param>
/// <param name="Left">What it is about the left one, such as a name or a date; null where <paramref name="Nodes"/> say it.</param>
/// <param name="Right">The same of the right one.</param>
/// <param name="Nodes">What the two have in common, or what tells them apart.</param>
internal sealed record DuplicateReason(DuplicateReasonKind Kind, double Weight, string? Left, string? Right, IReadOnlyList<NodeKey> Nodes)
{
    public DuplicateReason(DuplicateReasonKind kind, double weight, string left, string right)
        : this(kind, weight, left, right, [])
    {
    }

    public DuplicateReason(DuplicateReasonKind kind, double weight, IReadOnlyList<NodeKey> nodes)
        : this(kind, weight, null, null, nodes)
    {
    }
}

/// <summary>What can speak for or against two entities being the same.</summary>
internal enum DuplicateReasonKind
{
    /// <summary>A name of one can be a name of the other.</summary>
    Name,

    /// <summary>They have the same key in somebody's scheme.</summary>
    SharedIdentifier,

    /// <summary>Both held the same post.</summary>
    SharedPost,

    /// <summary>Both appear for the same agency, or belong to the same.</summary>
    SharedAgency,

    /// <summary>Both appear in the same meeting, put there by different sources.</summary>
    SharedMeeting,

    /// <summary>What is known of their birth, or of their founding, agrees.</summary>
    SameDate,

    /// <summary>They have different keys in one scheme.</summary>
    ConflictingIdentifier,

    /// <summary>They were born, or founded, at different times.</summary>
    ConflictingDate,

    /// <summary>They are of different countries.</summary>
    DifferentCountry,

    /// <summary>They belong to different agencies or places.</summary>
    DifferentParent,

    /// <summary>One source lists both beside each other in one meeting.</summary>
    SideBySide,
}
