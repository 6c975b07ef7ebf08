using GraphNews.Graph.Dates;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Duplicates;

/// <summary>What is known of an entity that can tell it from others, or show that it is another.</summary>
internal sealed class EntityProfile
{
    /// <summary>When it was born or founded.</summary>
    public PartialDate Began { get; init; } = PartialDate.Unknown;

    /// <summary>Its country; null if unknown.</summary>
    public long? CountryId { get; init; }

    /// <summary>What it is part of, or a seat at; null if unknown.</summary>
    public NodeKey? Parent { get; init; }

    /// <summary>Its keys in other people's schemes.</summary>
    public List<(string Scheme, string Value)> Identifiers { get; } = [];

    /// <summary>The posts that the person held.</summary>
    public HashSet<long> Posts { get; } = [];

    /// <summary>The agencies of its posts, and those for which it appeared.</summary>
    public HashSet<long> Agencies { get; } = [];

    /// <summary>How it took part in meetings: the meeting and the participation.</summary>
    public List<(long Meeting, long Participation)> Meetings { get; } = [];
}
