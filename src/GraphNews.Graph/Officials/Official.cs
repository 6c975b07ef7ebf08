using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Places;

namespace GraphNews.Graph.Officials;

/// <summary>A person who holds or held public office, or who met one. Popolo: Person.</summary>
public sealed class Official : Entity
{
    /// <summary>When the person was born.</summary>
    public PartialDate BirthDate { get; set; } = PartialDate.Unknown;

    /// <summary>When the person died; unknown also while alive.</summary>
    public PartialDate DeathDate { get; set; } = PartialDate.Unknown;

    /// <summary>The country that the person serves; null if unknown.</summary>
    public long? CountryId { get; set; }

    /// <inheritdoc cref="CountryId"/>
    public Country? Country { get; set; }
}
