using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Places;

/// <summary>Where something happened: a city, a region, a building.</summary>
public sealed class Place : Entity
{
    /// <summary>The country it lies in; null if unknown or none.</summary>
    public long? CountryId { get; set; }

    /// <inheritdoc cref="CountryId"/>
    public Country? Country { get; set; }

    /// <summary>The place that it is part of; null if none is known.</summary>
    public long? ParentId { get; set; }

    /// <inheritdoc cref="ParentId"/>
    public Place? Parent { get; set; }

    /// <summary>Degrees north, WGS 84; null if unknown.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east, WGS 84; null if unknown.</summary>
    public double? Longitude { get; set; }
}

/// <summary>A country or territory of ISO 3166-1.</summary>
public sealed class Country : Entity
{
    /// <summary>Alpha-2 code, such as MA.</summary>
    public string Code { get; set; } = null!;

    /// <summary>Alpha-3 code, such as MAR.</summary>
    public string Alpha3 { get; set; } = null!;

    /// <summary>Numeric code with its leading zeros, such as 504.</summary>
    public string Numeric { get; set; } = null!;
}
