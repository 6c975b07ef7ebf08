using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Places;

namespace GraphNews.Graph.Topics;

/// <summary>A public event that is talked about, such as a World Cup.</summary>
public sealed class Occasion : Entity
{
    /// <summary>When it begins.</summary>
    public PartialDate Starts { get; set; } = PartialDate.Unknown;

    /// <summary>When it ends.</summary>
    public PartialDate Ends { get; set; } = PartialDate.Unknown;
}

/// <summary>An occasion takes place somewhere; one place a row.</summary>
public sealed class OccasionPlace : GraphRow
{
    /// <summary>The occasion.</summary>
    public long OccasionId { get; set; }

    /// <inheritdoc cref="OccasionId"/>
    public Occasion Occasion { get; set; } = null!;

    /// <summary>The place.</summary>
    public long PlaceId { get; set; }

    /// <inheritdoc cref="PlaceId"/>
    public Place Place { get; set; } = null!;
}
